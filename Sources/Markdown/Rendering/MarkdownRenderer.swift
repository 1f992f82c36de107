import CCMarkGFM
import Diagnostics
import TemplateEngine

/// Walks the tree that cmark made and writes it as HTML. It is ours, and not cmark's, so that headings get ids,
/// tables their scopes, components their elements, and links and slots their gaps.
struct MarkdownRenderer {
    let source: SlottedSource
    let components: ComponentTree
    let optional: OptionalLinks
    var body = MarkdownBody()
    var report = DiagnosticReport()
    var buffer: [UInt8] = []
    private var headingIDs: HeadingIDs
    private var isHeaderRow = false
    private var hasTableBody = false
    /// The link to the site that is open: no link stands in a link.
    var link: MarkdownBody.Link?
    /// A node whose inside has been written already.
    private var finished: OpaquePointer?

    init(
        source: SlottedSource, components: ComponentTree, optional: OptionalLinks, headingPrefix: String
    ) {
        self.source = source
        self.components = components
        self.optional = optional
        headingIDs = HeadingIDs(prefix: headingPrefix)
        buffer.reserveCapacity(source.text.count * 2)
    }

    mutating func render(_ document: OpaquePointer) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            if let done = finished {
                if node == done, event == CMARK_EVENT_EXIT { finished = nil }
                continue
            }
            write(node, entering: event == CMARK_EVENT_ENTER)
        }
        flush()
    }

    private mutating func write(_ node: OpaquePointer, entering: Bool) {
        if !entering, Self.isBlock(node) { body.prose.endLine() }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: text(of: node)
        case CMARK_NODE_PARAGRAPH: paragraph(node, entering)
        case CMARK_NODE_SOFTBREAK:
            put("\n")
            body.prose.appendSpace()
        case CMARK_NODE_DOCUMENT: break
        case CMARK_NODE_HEADING: heading(node, entering)
        case CMARK_NODE_LIST: list(node, entering)
        case CMARK_NODE_ITEM: put(entering ? "<li>" : "</li>\n")
        case CMARK_NODE_LINK: writeLink(node, entering)
        case CMARK_NODE_STRONG: put(entering ? "<strong>" : "</strong>")
        case CMARK_NODE_EMPH: put(entering ? "<em>" : "</em>")
        case CMARK_NODE_CODE:
            put("<code>")
            code(of: node)
            put("</code>")
        case CMARK_NODE_CODE_BLOCK:
            put("<pre><code>")
            code(of: node)
            put("</code></pre>\n")
        case CMARK_NODE_BLOCK_QUOTE: quotation(node, entering)
        case CMARK_NODE_THEMATIC_BREAK: put("<hr>\n")
        case CMARK_NODE_LINEBREAK:
            put("<br>\n")
            body.prose.endLine()
        case CMARK_NODE_IMAGE where entering:
            image(node)
            finished = node
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
            report.error(
                "raw-html", at: location(node), "raw HTML is not allowed in a page",
                remedy: "write it as Markdown; for a '<' in the text write '\\<'")
        default: extended(node, entering)
        }
    }

    /// Writes what comes from an extension of cmark.
    private mutating func extended(_ node: OpaquePointer, _ entering: Bool) {
        let type = String(cString: cmark_node_get_type_string(node))
        switch type {
        case "table": table(node, entering)
        case "table_header", "table_row": tableRow(type, entering)
        case "table_cell":
            let cell = isHeaderRow ? ("<th scope=\"col\">", "</th>") : ("<td>", "</td>")
            put(entering ? cell.0 : cell.1)
        default:
            guard entering else { break }
            report.error("unknown-markdown", at: location(node), "'\(type)' is not something that a page can hold")
        }
    }

    private mutating func paragraph(_ node: OpaquePointer, _ entering: Bool) {
        if components.emptied.contains(node) {
            return
        } else if let component = components.titles[node] {
            if entering, component == .table { put("<table>\n") }
            if entering, component == .warning { writeHidden(word: "components.warning") }
            put(entering ? component.titleTags.open : component.titleTags.close)
        } else if entering, let block = block(in: node) {
            flush()
            body.segments.append(.block(block))
            body.opensBlocks = true
            finished = node
        } else if !isInTightList(node) {
            put(entering ? "<p>" : "</p>\n")
        }
    }

    private mutating func quotation(_ node: OpaquePointer, _ entering: Bool) {
        guard let component = components.components[node] else {
            return put(entering ? "<blockquote>" : "</blockquote>\n")
        }
        guard let container = component.container else { return }
        put(entering ? container.open : container.close)
    }

    private mutating func heading(_ node: OpaquePointer, _ entering: Bool) {
        let level = Int(cmark_node_get_heading_level(node))
        guard entering else { return put("</h\(level)>\n") }
        if level == 1 {
            report.error(
                "first-level-heading", at: location(node), "the title of the page is its only heading of level 1",
                remedy: "begin with '##'")
        }
        let id = headingIDs.id(for: plainText(of: node) { _ in "" })
        let text = plainText(of: node, slot: \.written)
        body.headings.append(.init(level: level, id: id, text: text, location: location(node)))
        put("<h\(level) id=\"")
        HTML.escape(id, into: &buffer)
        put("\">")
    }

    private mutating func list(_ node: OpaquePointer, _ entering: Bool) {
        guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return put(entering ? "<ul>" : "</ul>\n") }
        let start = cmark_node_get_list_start(node)
        put(entering ? (start == 1 ? "<ol>" : "<ol start=\"\(start)\">") : "</ol>\n")
    }

    private mutating func table(_ node: OpaquePointer, _ entering: Bool) {
        if entering {
            hasTableBody = false
            // The caption of a table component has opened the table.
            let parent = cmark_node_parent(node).flatMap { components.components[$0] }
            if parent != .table { put("<table>\n") }
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

    /// Writes words of the language for those who do not see the page.
    private mutating func writeHidden(word key: String) {
        put("<p class=\"visually-hidden\">")
        flush()
        body.segments.append(.word(key))
        put("</p>\n")
    }

    /// Whether what follows a node is another line of the text.
    private static func isBlock(_ node: OpaquePointer) -> Bool {
        (CMARK_NODE_DOCUMENT.rawValue ^ cmark_node_get_type(node).rawValue) & 0xC000 == 0
    }

    private func isInTightList(_ node: OpaquePointer) -> Bool {
        guard let item = cmark_node_parent(node), let list = cmark_node_parent(item) else { return false }
        return cmark_node_get_list_tight(list) != 0
    }

    func location(_ node: OpaquePointer) -> SourceLocation {
        source.location(
            line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    }

    mutating func put(_ html: StaticString) {
        html.withUTF8Buffer { buffer.append(contentsOf: $0) }
    }

    mutating func put(_ html: String) {
        buffer.append(contentsOf: html.utf8)
    }

    mutating func flush() {
        guard !buffer.isEmpty else { return }
        // A copy of just these bytes: the buffer keeps its room for the next ones, and the body holds no empty room.
        body.segments.append(.html(buffer.withUnsafeBufferPointer { Array($0) }))
        buffer.removeAll(keepingCapacity: true)
    }
}
