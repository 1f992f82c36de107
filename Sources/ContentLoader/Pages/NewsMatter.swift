/// What makes a page news: the `news` of its front matter.
package struct NewsMatter: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// News, and nothing that anybody is asked to do.
        case story
        /// An appeal to whoever saw or heard something.
        case witness
        /// An appeal to find somebody who is wanted.
        case wanted
        /// An appeal to find somebody who is missing.
        case missing
    }

    package let kind: Kind
    /// What people quote when they answer an appeal; nil for a story.
    package let reference: String?
}
