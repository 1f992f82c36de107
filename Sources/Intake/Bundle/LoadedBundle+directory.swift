import FormViews
import Forms
import SiteModel
package import TemplateEngine

extension LoadedBundle {
    /// Draws the list of all sites, which belongs to no force.
    package func directory(_ members: [String: TemplateValue]) throws -> HTML {
        var members = members
        members["stylesheet"] = [
            "url": .text(contents.stylesheet.url), "integrity": .text(contents.stylesheet.integrity),
        ]
        members["script"] = .null
        return try templates.render("forces", with: context(members))
    }
}
