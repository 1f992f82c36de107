/// A choice of one out of several, all of them in view.
package struct RadiosQuestion: OneOfSeveral {
    package static let name = QuestionKind.Name.radios

    package var options: [Choice]

    package init(options: [Choice]) {
        self.options = options
    }
}
