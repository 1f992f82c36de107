package import Diagnostics
package import Forms
package import Markdown

/// What a force says where a page opens a block: `forces/<id>/blocks/<name>.md`.
package struct SourceBlock: Sendable {
    package let location: SourceLocation
    /// English always among them.
    package let bodies: [Language: MarkdownBody]

    /// Reads a block and its Welsh twin. Both are plain Markdown, without front matter.
    init?(
        name: String, _ file: SourceFolder.File, twin: SourceFolder.File?, _ report: inout DiagnosticReport
    ) {
        location = SourceLocation(file: file.shown)
        var bodies: [Language: MarkdownBody] = [:]
        for (language, file) in [(Language.english, file), (.welsh, twin)] {
            guard let file, let text = file.text(&report) else { continue }
            let body = MarkdownBody(
                markdown: text, file: file.shown, lineOffset: 0, headingPrefix: "\(name)-", report: &report)
            bodies[language] = body
            for block in body.blocks {
                report.error(
                    "nested-block", at: block.location, "a block cannot open another block",
                    remedy: "open '\(block.name)' in the page")
            }
        }
        guard bodies[.english] != nil else { return nil }
        self.bodies = bodies
    }
}
