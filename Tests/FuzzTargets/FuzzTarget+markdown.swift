import Diagnostics
import Markdown

extension FuzzTarget {
    /// The body of a page. It becomes safe HTML, what has no faults closes whatever it opens, and every place lies
    /// inside the file.
    static let markdown = FuzzTarget("markdown") { bytes in
        // A file with a NUL is refused before anybody reads its Markdown.
        let source = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        let lineOffset = 3
        var report = DiagnosticReport()
        let body = MarkdownBody(markdown: source, file: "p.md", lineOffset: lineOffset, report: &report)
        let markup = SafeMarkup(
            body.segments.flatMap { segment -> [UInt8] in
                if case .html(let bytes) = segment { bytes } else { [] }
            })
        precondition(markup.fault == nil, "\(markup.fault ?? "")")
        precondition(markup.isBalanced || !report.isEmpty, "a body without faults leaves an element open")
        let ids = body.headings.map(\.id)
        precondition(Set(ids).count == ids.count, "two headings have one id")
        precondition(body.filling { _ in nil }.headings == body.headings, "a block that stays empty takes headings")
        // cmark puts what ends with the file behind its last line.
        let lineCount = source.utf8.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
        let lines = (lineOffset + 1)...(lineOffset + lineCount + 1)
        for location in report.sorted.map(\.location) + body.headings.map(\.location) {
            precondition(location.file == "p.md", "a fault in another file")
            precondition(location.line.map { lines.contains($0) } == true, "a fault outside of its file")
        }
    }
}
