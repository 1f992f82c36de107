/// One choice of a question.
package struct Choice: Codable, Sendable, Hashable {
    package var value: String
    package var label: LocalizedText
    package var hint: LocalizedText?

    package init(value: String, label: LocalizedText, hint: LocalizedText? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}
