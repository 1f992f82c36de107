import FormData
import Forms

/// A form as it was posted: its fields, and those that are no answers.
struct PostedForm {
    /// The digest of the definition that drew the form.
    let definition: String
    /// Whether a field was filled in that people do not see.
    let isHoneypotFilled: Bool
    /// The answers, in the order posted.
    let fields: [(name: String, value: String)]

    /// - Throws: `.badRequest` for a body that is malformed, `.tooLarge` for one that is too long.
    init(_ body: [UInt8]) throws(Problem) {
        let pairs: [(name: String, value: String)]
        do {
            pairs = try URLEncodedForm.decode(body)
        } catch {
            throw error == .tooLarge ? .tooLarge : .badRequest
        }
        let definitions = pairs.filter { $0.name == "_definition" }
        let honeypots = pairs.filter { $0.name == "website" }
        guard definitions.count == 1, honeypots.count <= 1 else { throw .badRequest }
        definition = definitions[0].value
        isHoneypotFilled = honeypots.contains { !$0.value.isEmpty }
        fields = pairs.filter { $0.name != "_definition" && $0.name != "website" }
    }
}
