package import Forms
package import TemplateEngine

/// The confirmation that a citizen is given.
package struct DoneView: Sendable {
    private let reference: Reference
    private let wording: FormWording

    package init(_ reference: Reference, wording: FormWording) {
        self.reference = reference
        self.wording = wording
    }

    package var value: TemplateValue {
        let definition = wording.definition
        let url = FormURL(form: definition.id, language: wording.language)
        return [
            "form": ["id": .text(definition.id.rawValue), "title": .text(definition.title[wording.language])],
            "reference": .text(reference.description),
            "receipt": .text(orNull: definition.isSensitive ? nil : url.receipt(reference)),
            "next": .paragraphs(definition.next[wording.language]),
            "exit": .text(orNull: definition.isSensitive ? url.exit : nil),
        ]
    }
}
