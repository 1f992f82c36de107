import CCMarkGFM
import Diagnostics
import TemplateEngine

/// Walks the tree that cmark made and writes it as HTML. It is ours, and not cmark's, so that headings get ids,
/// tables their scopes, and links and slots their gaps.
struct MarkdownRenderer {
    private let source: SlottedSource
    private(set) var body = MarkdownBody()
    private(set) var report = DiagnosticReport()
    private var buffer: [UInt8] = []
    private var headingIDs = HeadingIDs()
    private var isHeaderRow = false
    private var hasTableBody = false

    init(source: SlottedSource) {
        self.source = source
    }

    mutating func render(_ document: OpaquePointer) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            write(node, entering: event == CMARK_EVENT_ENTER)
        }
        flush()
    }

    private mutating func write(_ node: OpaquePointer, entering: Bool) {
        let type = String(cString: cmark_node_get_type_string(node))
        switch type {
        case "document": break
        case "paragraph": if !isInTightList(node) { tag("p", entering, newline: true) }
        case "heading": heading(node, entering)
        case "block_quote": tag("blockquote", entering, newline: true)
        case "list": list(node, entering)
        case "item": tag("li", entering, newline: true)
        case "thematic_break": put("<hr>\n")
        case "code_block":
            put("<pre><code>")
            text(literal(node))
            put("</code></pre>\n")
        case "text": text(literal(node))
        case "code":
            put("<code>")
            text(literal(node))
            put("</code>")
        case "softbreak": put("\n")
        case "linebreak": put("<br>\n")
        case "emph": tag("em", entering)
        case "strong": tag("strong", entering)
        case "link": link(node, entering)
        case "html_block", "html_inline":
            report.error(
                "raw-html", at: location(node), "raw HTML is not allowed in a page",
                remedy: "write it as Markdown; for a '<' in the text write '\\<'")
        case "table": table(entering)
        case "table_header", "table_row": tableRow(type, entering)
        case "table_cell": tag(isHeaderRow ? "th" : "td", entering, attributes: isHeaderRow ? " scope=\"col\"" : "")
        default:
            guard entering else { break }
            report.error("unknown-markdown", at: location(node), "'\(type)' is not something that a page can hold")
        }
    }

    private mutating func heading(_ node: OpaquePointer, _ entering: Bool) {
        let level = Int(cmark_node_get_heading_level(node))
        guard entering else { return put("</h\(level)>\n") }
        if level == 1 {
            report.error(
                "first-level-heading", at: location(node), "the title of the page is its only heading of level 1",
                remedy: "begin with '##'")
        }
        let id = headingIDs.id(for: plainText(of: node))
        body.headings.append(.init(level: level, id: id, location: location(node)))
        put("<h\(level) id=\"")
        HTML.escape(id, into: &buffer)
        put("\">")
    }

    private mutating func list(_ node: OpaquePointer, _ entering: Bool) {
        guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return tag("ul", entering, newline: true) }
        let start = cmark_node_get_list_start(node)
        tag("ol", entering, attributes: start == 1 ? "" : " start=\"\(start)\"", newline: true)
    }

    private mutating func link(_ node: OpaquePointer, _ entering: Bool) {
        guard entering else { return put("</a>") }
        let target = String(cString: cmark_node_get_url(node))
        put("<a href=\"")
        switch LinkTarget(target) {
        case .page(let path, let fragment):
            flush()
            body.segments.append(.link(.init(path: path, fragment: fragment, location: location(node))))
        case .telephone: url(target, as: .telephone)
        case .external: url(target, as: .url)
        case .refused:
            report.error(
                "link-scheme", at: location(node), "a link may not lead to '\(target.prefix(40))'",
                remedy: "link to a page by its path from '/', or use https:, mailto:, tel: or sms:")
        }
        put("\">")
    }

    private mutating func table(_ entering: Bool) {
        if entering {
            hasTableBody = false
            put("<table>\n")
        } else {
            put(hasTableBody ? "</tbody>\n</table>\n" : "</table>\n")
        }
    }

    private mutating func tableRow(_ type: String, _ entering: Bool) {
        isHeaderRow = type == "table_header"
        if isHeaderRow { return put(entering ? "<thead>\n<tr>" : "</tr>\n</thead>\n") }
        if entering, !hasTableBody {
            hasTableBody = true
            put("<tbody>\n")
        }
        put(entering ? "<tr>" : "</tr>\n")
    }

    private mutating func tag(_ name: String, _ entering: Bool, attributes: String = "", newline: Bool = false) {
        put(entering ? "<\(name)\(attributes)>" : newline ? "</\(name)>\n" : "</\(name)>")
    }

    /// Writes text with its slots.
    private mutating func text(_ text: String) {
        pieces(of: text) { renderer, piece in
            HTML.escape(piece, into: &renderer.buffer)
        } slot: { _ in
            .text
        }
    }

    /// Writes the target of a link, with slots, as the value of an attribute.
    private mutating func url(_ target: String, as context: MarkdownBody.Slot.Context) {
        pieces(of: target) { renderer, piece in
            HTML.escape(piece.replacing(" ", with: context == .telephone ? "" : "%20"), into: &renderer.buffer)
        } slot: { _ in
            context
        }
    }

    private mutating func pieces(
        of text: String, literal: (inout MarkdownRenderer, String) -> Void,
        slot context: (SlottedSource.Slot) -> MarkdownBody.Slot.Context
    ) {
        var rest = text[...]
        while let start = rest.firstRange(of: source.prefix) {
            let digits = rest[start.upperBound...].prefix { $0 != "z" }
            guard let index = Int(digits), source.slots.indices.contains(index) else { break }
            literal(&self, String(rest[..<start.lowerBound]))
            let slot = source.slots[index]
            flush()
            body.segments.append(.slot(.init(name: slot.name, context: context(slot), location: slot.location)))
            rest = rest[digits.endIndex...].dropFirst()
        }
        literal(&self, String(rest))
    }

    private func plainText(of node: OpaquePointer) -> String {
        var text = ""
        guard let iterator = cmark_iter_new(node) else { return text }
        defer { cmark_iter_free(iterator) }
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
            if let current = cmark_iter_get_node(iterator) { text += literal(current) }
        }
        var words = text[...]
        var plain = ""
        while let start = words.firstRange(of: source.prefix) {
            plain += words[..<start.lowerBound]
            words = words[start.upperBound...].drop { $0 != "z" }.dropFirst()
        }
        return plain + words
    }

    private func isInTightList(_ node: OpaquePointer) -> Bool {
        guard let item = cmark_node_parent(node), let list = cmark_node_parent(item) else { return false }
        return cmark_node_get_list_tight(list) != 0
    }

    private func literal(_ node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    private func location(_ node: OpaquePointer) -> SourceLocation {
        source.location(
            line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    }

    private mutating func put(_ html: String) {
        buffer.append(contentsOf: html.utf8)
    }

    private mutating func flush() {
        guard !buffer.isEmpty else { return }
        body.segments.append(.html(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
