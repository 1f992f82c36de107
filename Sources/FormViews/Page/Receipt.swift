package import Forms

/// The confirmation as plain text: what a citizen keeps without a printer. It tells nothing that the reference does not.
package struct Receipt: Sendable {
    private let reference: Reference
    private let wording: FormWording
    private let force: String
    private let demonstration: Bool

    package init(_ reference: Reference, wording: FormWording, force: String, demonstration: Bool) {
        self.reference = reference
        self.wording = wording
        self.force = force
        self.demonstration = demonstration
    }

    package var text: String {
        let words = wording.words
        let definition = wording.definition
        var paragraphs = [
            "\(force)\n\(definition.title[wording.language])", words("done.title"),
            "\(words("done.reference")): \(reference)",
        ]
        if demonstration { paragraphs.append(words("done.demonstration")) }
        paragraphs.append("\(words("done.next"))\n\(definition.next[wording.language])")
        return paragraphs.joined(separator: "\n\n") + "\n"
    }
}
