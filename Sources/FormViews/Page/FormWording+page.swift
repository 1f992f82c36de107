import Forms
import TemplateEngine

extension FormWording {
    /// What every page of the form is given.
    ///
    /// - Parameters:
    ///   - digest: The digest of the definition, which each page posts back.
    ///   - action: Where the page is posted to.
    func page(digest: String, action: TemplateValue, back: TemplateValue) -> [String: TemplateValue] {
        let url = FormURL(form: definition.id, language: language)
        return [
            "form": ["id": .text(definition.id.rawValue), "title": .text(definition.title[language])],
            "action": action,
            "definition": .text(digest),
            "back": back,
            "exit": .text(orNull: definition.isSensitive ? url.exit : nil),
        ]
    }
}
