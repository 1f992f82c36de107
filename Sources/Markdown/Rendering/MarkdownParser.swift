import CCMarkGFM
package import Diagnostics

extension MarkdownBody {
    /// Parses CommonMark with GitHub's tables and renders it as safe HTML.
    ///
    /// Raw HTML, a link with a scheme that a page has no use for, an unknown component, an image without words for
    /// those who do not see it, and a heading of the first level (the page's title is that) are reported with their
    /// places.
    ///
    /// - Parameters:
    ///   - source: The Markdown.
    ///   - file: The path that faults name.
    ///   - lineOffset: How many lines of the file stand before the source.
    ///   - headingPrefix: What the ids of headings begin with.
    package init(
        markdown source: String, file: String, lineOffset: Int, headingPrefix: String = "",
        report: inout DiagnosticReport
    ) {
        let slotted = SlottedSource(source, file: file, lineOffset: lineOffset, report: &report)
        // Registers the extensions once for the process, whichever thread comes first.
        _ = Self.extensions
        guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return }
        defer { cmark_parser_free(parser) }
        if let tables = cmark_find_syntax_extension("table") {
            cmark_parser_attach_syntax_extension(parser, tables)
        }
        slotted.text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return }
        defer { cmark_node_free(document) }
        let components = ComponentTree(document, source: slotted)
        report.merge(components.report)
        var renderer = MarkdownRenderer(
            source: slotted, components: components, optional: OptionalLinks(document, source: slotted),
            headingPrefix: headingPrefix)
        renderer.render(document)
        self = renderer.body
        report.merge(renderer.report)
    }

    private static let extensions: Void = cmark_gfm_core_extensions_ensure_registered()
}
