/// One way through a form, with something to type for each question on it.
package struct Walk: Sendable, Hashable {
    /// What is typed on one page, by the name of the field.
    package typealias Page = [String: [String]]

    package struct Visit: Sendable, Hashable {
        package let step: StepID
        /// One for a step that is asked once; one for each item of a group that repeats.
        package let pages: [Page]
    }

    package let visits: [Visit]
    /// The page that it leads out to; nil where it leads to the end.
    package let exit: PagePath?
}
