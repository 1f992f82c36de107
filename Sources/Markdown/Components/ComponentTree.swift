import CCMarkGFM
import Diagnostics

/// The components of a document. Finding them splits the line that names a component from what follows it, so that
/// the renderer meets its title as a paragraph of its own.
struct ComponentTree {
    /// The component that a quotation is.
    private(set) var components: [OpaquePointer: Component] = [:]
    /// The component whose title a paragraph is.
    private(set) var titles: [OpaquePointer: Component] = [:]
    /// Paragraphs that held nothing but the name of a component.
    private(set) var emptied: Set<OpaquePointer> = []
    private(set) var report = DiagnosticReport()

    init(_ document: OpaquePointer, source: SlottedSource) {
        var quotations: [OpaquePointer] = []
        var node = cmark_node_first_child(document)
        // A component may stand in a component or in a list, so all of the tree is looked at, without recursion.
        while let current = node {
            if cmark_node_get_type(current) == CMARK_NODE_BLOCK_QUOTE { quotations.append(current) }
            node = Self.next(after: current, below: document)
        }
        for quotation in quotations { take(quotation, source) }
    }

    /// The next block in the order of the document.
    private static func next(after node: OpaquePointer, below root: OpaquePointer) -> OpaquePointer? {
        let isLeaf = cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH
        if !isLeaf, let child = cmark_node_first_child(node) { return child }
        var current: OpaquePointer? = node
        while let place = current, place != root {
            if let sibling = cmark_node_next(place) { return sibling }
            current = cmark_node_parent(place)
        }
        return nil
    }

    private mutating func take(_ quotation: OpaquePointer, _ source: SlottedSource) {
        guard let paragraph = cmark_node_first_child(quotation),
            cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
            let first = cmark_node_first_child(paragraph), cmark_node_get_type(first) == CMARK_NODE_TEXT,
            let literal = cmark_node_get_literal(first).map({ String(cString: $0) }),
            literal.utf8.starts(with: "[!".utf8), let close = literal.utf8.firstIndex(of: UInt8(ascii: "]"))
        else { return }
        let location = source.location(
            line: Int(cmark_node_get_start_line(first)), column: Int(cmark_node_get_start_column(first)))
        let name = String(literal.dropFirst(2)[..<close])
        guard let component = Component(rawValue: name) else {
            let known = Component.allCases.map(\.rawValue).sorted().joined(separator: ", ")
            report.error(
                "unknown-component", at: location, "there is no component '\(name)'", remedy: "there are: \(known)")
            return
        }
        let rest = literal[literal.utf8.index(after: close)...].drop { $0 == " " }
        cmark_node_set_literal(first, String(rest))
        components[quotation] = component
        splitTitle(from: paragraph, firstText: rest.isEmpty ? first : nil)
        let hasTitle = cmark_node_first_child(paragraph) != nil
        if hasTitle { titles[paragraph] = component } else { emptied.insert(paragraph) }
        check(component, title: paragraph, hasTitle: hasTitle, at: location)
    }

    /// Leaves in a paragraph what stands on its first line, and moves the rest into a paragraph after it. The first one
    /// has to stay, even if it is empty: the texts of cmark point into its memory.
    ///
    /// - Parameter firstText: The first text, where it is empty now that the name of the component is gone.
    private func splitTitle(from paragraph: OpaquePointer, firstText: OpaquePointer?) {
        var child = cmark_node_first_child(paragraph)
        if let firstText {
            child = cmark_node_next(firstText)
            remove(firstText)
        }
        while let current = child, !Self.isBreak(current) { child = cmark_node_next(current) }
        guard let lineEnd = child, let rest = cmark_node_new(CMARK_NODE_PARAGRAPH) else { return }
        while let next = cmark_node_next(lineEnd) { cmark_node_append_child(rest, next) }
        remove(lineEnd)
        cmark_node_insert_after(paragraph, rest)
    }

    private static func isBreak(_ node: OpaquePointer) -> Bool {
        let type = cmark_node_get_type(node)
        return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
    }

    private func remove(_ node: OpaquePointer) {
        cmark_node_unlink(node)
        cmark_node_free(node)
    }

    private mutating func check(
        _ component: Component, title: OpaquePointer, hasTitle: Bool, at location: SourceLocation
    ) {
        let afterTitle = cmark_node_next(title)
        let only = afterTitle.flatMap { cmark_node_next($0) == nil ? $0 : nil }
        var fault: String?
        switch component.title {
        case .required where !hasTitle: fault = "its first line says nothing after the name"
        case .onlyLink:
            let link = cmark_node_first_child(title)
            let isLink = link.map { cmark_node_get_type($0) == CMARK_NODE_LINK && cmark_node_next($0) == nil } ?? false
            if !isLink || afterTitle != nil { fault = "it holds one link and nothing else" }
        case .required, .optional: break
        }
        switch component {
        case .steps:
            let isOrdered = only.map { cmark_node_get_list_type($0) == CMARK_ORDERED_LIST } ?? false
            if !isOrdered { fault = "it holds one numbered list" }
        case .table where fault == nil:
            let isTable = only.map { String(cString: cmark_node_get_type_string($0)) == "table" } ?? false
            if !isTable { fault = "it holds one table" }
        default: break
        }
        guard let fault else { return }
        report.error(
            "component-shape", at: location, "this is not a '\(component.rawValue)' as it must be: \(fault)",
            remedy: "write it as: \(component.example.replacing("\n", with: " ⏎ "))")
    }
}
