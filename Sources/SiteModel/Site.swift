package import Forms

/// What all sites have in common.
package struct Site: Sendable, Hashable {
    package var name: LocalizedText
    /// Whether pages say that they are not those of the police. Nothing then names a real police host.
    package var demonstration: Bool
    /// The pages that every page leads to from its top.
    package var navigation: [PagePath]
    /// The pages that every page leads to from its foot.
    package var footer: [PagePath]
    /// National numbers, by name: what pages may name as `{{site.signposts.…}}`.
    package var signposts: [String: String]

    package init(
        name: LocalizedText, demonstration: Bool, navigation: [PagePath], footer: [PagePath],
        signposts: [String: String]
    ) {
        self.name = name
        self.demonstration = demonstration
        self.navigation = navigation
        self.footer = footer
        self.signposts = signposts
    }
}
