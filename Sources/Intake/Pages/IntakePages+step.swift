package import FastCGI
package import FormViews
package import Forms
import SiteModel
package import TemplateEngine

extension IntakePages {
    /// The page of a step.
    ///
    /// One without a fault is stamped: what is typed goes into the gaps of a stencil. Faults, problems and files change
    /// more than a stencil has gaps for, and are drawn.
    ///
    /// - Parameter digest: The digest of the definition.
    package func step(
        _ view: StepView, of step: Step, digest: String, title: String, status: Int
    ) throws(TemplateError) -> Response {
        guard view.faults.isEmpty, view.problem == nil, view.entry.files.isEmpty else {
            return try page("form/step", view.value, title: title, status: status, isError: status != 200)
        }
        let outline = bundle.stencils.outline(of: step, digest: digest, presets: view.presets)
        let key = StepStencils.Key(
            definition: digest, step: step.id, language: language, edition: bundle.contents.forces[force]?.edition ?? 0,
            shown: view.shown(in: outline))
        let stencil = try bundle.stencils.stencil(for: key) { () throws(TemplateError) -> StepStencil in
            var blank = view
            blank.leavesGaps = true
            blank.entry = StepEntry()
            let context = bundle.sharedContext(of: force, in: language, blank.value.members)
            return StepStencil(Stencil(try bundle.templates.render("form/step", with: context)))
        }
        var main = HTML()
        main.bytes.reserveCapacity(8_192)
        stencil.fill(with: view, into: &main.bytes) { bundle.fact($0, of: force, in: language) }
        return try page(main, title: title, status: status, isError: status != 200)
    }
}
