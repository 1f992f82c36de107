import Diagnostics

/// The templates that know each other by name.
package struct TemplateSet: Sendable {
    let templates: [String: Template]

    package init(_ templates: [Template] = []) {
        self.templates = Dictionary(templates.map { ($0.name, $0) }) { _, last in last }
    }

    package var names: Set<String> { Set(templates.keys) }

    /// Draws a template.
    ///
    /// - Throws: `TemplateError` where a name is not in the context, a template does not exist, or a value is of the
    ///   wrong type for its place.
    ///
    /// - Parameters:
    ///   - context: What the names of the template are looked up in.
    ///   - base: What they are looked up in if they are not there.
    package func render(
        _ name: String, with context: TemplateValue, over base: TemplateValue? = nil
    ) throws(TemplateError) -> HTML {
        guard let template = templates[name] else {
            throw TemplateError(
                .unknownTemplate, at: SourceLocation(file: "\(name).mustache"), "there is no template '\(name)'",
                remedy: Suggestion.remedy(for: name, among: templates.keys))
        }
        var renderer = Renderer(
            templates: templates, contexts: (base.map { [$0] } ?? []) + [context],
            capacity: template.source.count * 2)
        try renderer.draw(template, template.operations.indices)
        return HTML(trusted: renderer.output)
    }
}
