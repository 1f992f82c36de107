import CCMarkGFM
import Glibc

/// The links of a document that are followed by `{optional}`. Finding them takes the mark out of the text.
struct OptionalLinks {
    private static let mark = "{optional}"

    private(set) var links: Set<OpaquePointer> = []

    init(_ document: OpaquePointer, source: SlottedSource) {
        guard source.text.firstRange(ofBytes: Array(Self.mark.utf8)) != nil, let iterator = cmark_iter_new(document)
        else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard event == CMARK_EVENT_EXIT, let link = cmark_iter_get_node(iterator),
                cmark_node_get_type(link) == CMARK_NODE_LINK, let text = cmark_node_next(link),
                cmark_node_get_type(text) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(text),
                strncmp(literal, Self.mark, Self.mark.utf8.count) == 0
            else { continue }
            links.insert(link)
            cmark_node_set_literal(text, String(String(cString: literal).dropFirst(Self.mark.count)))
        }
    }
}
