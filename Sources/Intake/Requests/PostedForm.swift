import Forms

/// A form as it was posted: its fields, and those that are no answers.
struct PostedForm {
    /// The digest of the definition that drew the form.
    let definition: String
    /// Whether a field was filled in that people do not see.
    let isHoneypotFilled: Bool
    /// The id of a file or an item that a button takes out.
    let removal: String?
    /// Whether the button was pressed that adds files and stays on the page.
    let stays: Bool
    /// The answers, in the order posted.
    let fields: [(name: String, value: String)]

    private static let definitionField = "_definition"
    private static let honeypot = "website"
    private static let removalField = "_remove"
    private static let stayField = "_stay"

    /// - Throws: `.badRequest` where a field that every form has is missing, or one that is no answer comes twice.
    init(_ posted: [(name: String, value: String)]) throws(Problem) {
        let own = Dictionary(grouping: posted, by: \.name)
        for name in [Self.honeypot, Self.removalField, Self.stayField] where own[name]?.count ?? 0 > 1 {
            throw .badRequest
        }
        guard let definition = Self.definition(in: posted), own[Self.definitionField]?.count == 1 else {
            throw .badRequest
        }
        self.definition = definition
        isHoneypotFilled = own[Self.honeypot]?.contains { !$0.value.isEmpty } ?? false
        removal = own[Self.removalField]?.first?.value
        stays = own[Self.stayField] != nil
        let others = [Self.definitionField, Self.honeypot, Self.removalField, Self.stayField]
        fields = posted.filter { !others.contains($0.name) }
    }

    /// The digest, where it has been read already.
    static func definition(in fields: [(name: String, value: String)]) -> String? {
        fields.first { $0.name == definitionField }?.value
    }
}
