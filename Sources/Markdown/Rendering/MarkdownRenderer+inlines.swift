import CCMarkGFM
import Diagnostics
import Glibc
import TemplateEngine

/// Text, links and images, with the slots in them.
extension MarkdownRenderer {
    /// Writes the literal of a node with its slots.
    mutating func text(of node: OpaquePointer) {
        guard let literal = cmark_node_get_literal(node) else { return }
        let bytes = Array(UnsafeRawBufferPointer(start: literal, count: strlen(literal)))
        let line = source.line(Int(cmark_node_get_start_line(node)))
        body.prose.append(source.slots.isEmpty ? bytes : Array(text(bytes) { _ in Prose.slot }.utf8), line: line)
        writePieces(of: bytes[...], as: .text)
    }

    /// Writes the literal of a node as the author did: code shows a slot, and does not fill it in.
    mutating func code(of node: OpaquePointer) {
        HTML.escape(Array(plainText(of: node, slot: \.written).utf8)[...], into: &buffer)
    }

    mutating func writeLink(_ node: OpaquePointer, _ entering: Bool) {
        guard entering else {
            if let open = link {
                flush()
                body.segments.append(.linkEnd(open))
                link = nil
            } else {
                put("</a>")
            }
            return
        }
        refuseTitle(of: node, "link")
        if hasLink(above: node) {
            report.error(
                "nested-link", at: location(node), "a link cannot stand in another link",
                remedy: "end the first one before")
        }
        if cmark_node_first_child(node) == nil {
            report.error(
                "link-without-words", at: location(node), "the link has no words, so nobody can see it or hear it",
                remedy: "say between the brackets where it leads")
        }
        let target = String(cString: cmark_node_get_url(node))
        let isOptional = optional.links.contains(node)
        let isButton = cmark_node_parent(node).map { components.titles[$0] == .button } ?? false
        let leadsTo = LinkTarget(target)
        switch leadsTo {
        case .page, .file:
            flush()
            let begun = MarkdownBody.Link(
                target: leadsTo.target, isOptional: isOptional, isButton: isButton, location: location(node))
            body.segments.append(.link(begun))
            link = begun
            return
        case .telephone, .external:
            if leadsTo == .telephone, slot(in: Array(target.utf8)[...]) == nil { warnOfNumber(target, at: node) }
            put(isButton ? "<a class=\"button\" href=\"" : "<a href=\"")
            writePieces(of: Array(target.utf8)[...], as: leadsTo == .telephone ? .telephone : .url)
            put("\">")
        case .refused:
            put("<a>")
            report.error(
                "link-scheme", at: location(node), "a link may not lead to '\(asWritten(target).prefix(40))'",
                remedy: "link to a page by its path from '/', or use https:, mailto:, tel: or sms:")
        }
        if isOptional {
            report.error(
                "optional-link", at: location(node), "only a link to a page of the site can be optional",
                remedy: "take '{optional}' out")
        }
    }

    private mutating func warnOfNumber(_ target: String, at node: OpaquePointer) {
        report.warning(
            "typed-number", at: location(node),
            "a number that is typed into a page dates unseen: '\(target.prefix(40))'",
            remedy: "add it to the signposts of site.yml, and write {{site.signposts.…}}")
    }

    private func hasLink(above node: OpaquePointer) -> Bool {
        var parent = cmark_node_parent(node)
        while let current = parent, cmark_node_get_type(current) != CMARK_NODE_PARAGRAPH {
            if cmark_node_get_type(current) == CMARK_NODE_LINK { return true }
            parent = cmark_node_parent(current)
        }
        return false
    }

    mutating func image(_ node: OpaquePointer) {
        refuseTitle(of: node, "image")
        let target = String(cString: cmark_node_get_url(node))
        let place = location(node)
        guard case .file(let path) = LinkTarget(target) else {
            report.error(
                "image-target", at: place, "an image is a file of this site, and not '\(asWritten(target).prefix(40))'",
                remedy: "put it into Content/assets and write '![…](/assets/…)'")
            return
        }
        let words = literals(of: node)
        if words.allSatisfy({ $0 == 0x20 }) {
            report.error(
                "image-without-text", at: place, "the image has no words for those who do not see it",
                remedy: "say between the brackets what it shows: '![A blue front door](\(target))'")
        }
        put("<img")
        flush()
        body.segments.append(.image(.init(path: path, location: place)))
        put(" alt=\"")
        writePieces(of: words[...], as: .text)
        put("\">")
    }

    private mutating func refuseTitle(of node: OpaquePointer, _ what: String) {
        guard let title = cmark_node_get_title(node), title.pointee != 0 else { return }
        report.error(
            "title-attribute", at: location(node), "the \(what) has a title, which most people never see",
            remedy: "say it in the text")
    }

    /// The block that a paragraph opens, where it holds nothing else.
    func block(in paragraph: OpaquePointer) -> MarkdownBody.Block? {
        guard !source.slots.isEmpty, let only = cmark_node_first_child(paragraph), cmark_node_next(only) == nil,
            cmark_node_get_type(only) == CMARK_NODE_TEXT
        else { return nil }
        let literal = literals(of: only)[...]
        guard let (slot, range) = slot(in: literal), range == literal.indices, let name = slot.blockName else {
            return nil
        }
        return .init(name: name, location: slot.location, headingsBefore: body.headings.count)
    }

    /// Writes text or the target of a link, with its slots, escaped for where it stands.
    private mutating func writePieces(of bytes: ArraySlice<UInt8>, as context: MarkdownBody.Slot.Context) {
        var rest = bytes
        while !source.slots.isEmpty, let (slot, range) = slot(in: rest) {
            write(rest[..<range.lowerBound], as: context)
            if slot.blockName == nil, !slot.name.hasPrefix(">") {
                flush()
                body.segments.append(.slot(.init(name: slot.name, context: context, location: slot.location)))
            } else {
                report.error(
                    "misplaced-block", at: slot.location, "this cannot stand here: '\(slot.written)'",
                    remedy: "a block stands alone in its paragraph, as '{{> block:name}}'")
            }
            rest = rest[range.upperBound...]
        }
        write(rest, as: context)
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>, as context: MarkdownBody.Slot.Context) {
        switch context {
        case .text: HTML.escape(bytes, into: &buffer)
        case .telephone: HTML.escape(bytes.filter { $0 != 0x20 }[...], into: &buffer)
        case .url: HTML.escape(bytes.flatMap { $0 == 0x20 ? Array("%20".utf8) : [$0] }[...], into: &buffer)
        }
    }

    /// The first slot in some bytes, and where its placeholder stands.
    private func slot(in bytes: ArraySlice<UInt8>) -> (slot: SlottedSource.Slot, range: Range<Int>)? {
        var rest = bytes
        while let start = rest.firstRange(ofBytes: source.prefix) {
            rest = rest[start.upperBound...]
            // An entity of the author's may spell the prefix; then no slot has that number.
            guard let end = rest.firstIndex(of: UInt8(ascii: "z")),
                let number = Int(String(decoding: rest[..<end], as: UTF8.self)), source.slots.indices.contains(number)
            else { continue }
            return (source.slots[number], start.lowerBound..<(end + 1))
        }
        return nil
    }

    /// A target with its slots as the author wrote them.
    private func asWritten(_ target: String) -> String {
        text(Array(target.utf8), slot: \.written)
    }

    /// The words of a node.
    ///
    /// - Parameter show: What a slot is replaced by.
    func plainText(of node: OpaquePointer, slot show: (SlottedSource.Slot) -> String) -> String {
        text(literals(of: node), slot: show)
    }

    private func text(_ bytes: [UInt8], slot show: (SlottedSource.Slot) -> String) -> String {
        var rest = bytes[...]
        var plain: [UInt8] = []
        while !source.slots.isEmpty, let (slot, range) = slot(in: rest) {
            plain.append(contentsOf: rest[..<range.lowerBound])
            plain.append(contentsOf: show(slot).utf8)
            rest = rest[range.upperBound...]
        }
        return String(decoding: plain + rest, as: UTF8.self)
    }

    /// The literals below a node, joined.
    private func literals(of node: OpaquePointer) -> [UInt8] {
        var bytes: [UInt8] = []
        guard let iterator = cmark_iter_new(node) else { return bytes }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return bytes }
            guard event == CMARK_EVENT_ENTER, let literal = cmark_node_get_literal(cmark_iter_get_node(iterator))
            else { continue }
            bytes.append(
                contentsOf: UnsafeRawBufferPointer(start: literal, count: strlen(literal)))
        }
    }
}

extension SlottedSource.Slot {
    /// The name of the block that the slot opens; nil for a slot of another kind.
    var blockName: String? {
        let prefix = ">block:"
        return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
    }
}

extension LinkTarget {
    fileprivate var target: MarkdownBody.Link.Target {
        switch self {
        case .file(let path): .file(path)
        case .page(let path, let fragment): .page(path: path, fragment: fragment)
        case .telephone, .external, .refused: .page(path: "", fragment: nil)
        }
    }
}
