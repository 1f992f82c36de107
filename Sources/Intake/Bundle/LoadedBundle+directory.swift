import FormViews
import Forms
import SiteModel
package import TemplateEngine

extension LoadedBundle {
    /// Draws the list of all sites, which belongs to no force.
    package func directory(_ members: [String: TemplateValue]) throws -> HTML {
        var members = members
        members["stylesheet"] = .text(contents.stylesheet)
        let context = contexts[.english]?.value(forceID: "", forceName: "", facts: [:], members)
        return try templates.render("forces", with: context ?? .object(members))
    }
}
