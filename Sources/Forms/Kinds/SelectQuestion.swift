/// A choice of one out of many, in a list that opens.
package struct SelectQuestion: OneOfSeveral {
    package static let name = QuestionKind.Name.select

    package var options: [Choice]

    package init(options: [Choice]) {
        self.options = options
    }
}
