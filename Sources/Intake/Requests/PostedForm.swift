import Forms

/// A form as it was posted: its fields, and those that are no answers.
struct PostedForm {
    /// The digest of the definition that drew the form.
    let definition: String
    /// Whether a field was filled in that people do not see.
    let isHoneypotFilled: Bool
    /// The answers, in the order posted.
    let fields: [(name: String, value: String)]

    /// - Throws: `.badRequest` where a field that every form has is missing or comes twice.
    init(_ posted: [(name: String, value: String)]) throws(Problem) {
        let definitions = posted.filter { $0.name == "_definition" }
        let honeypots = posted.filter { $0.name == "website" }
        guard definitions.count == 1, honeypots.count <= 1 else { throw .badRequest }
        definition = definitions[0].value
        isHoneypotFilled = honeypots.contains { !$0.value.isEmpty }
        fields = posted.filter { $0.name != "_definition" && $0.name != "website" }
    }
}
