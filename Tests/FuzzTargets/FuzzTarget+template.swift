import Diagnostics
import TemplateEngine

extension FuzzTarget {
    /// A template with a partial beside it. It is drawn twice alike or refused with a place inside its source, and
    /// nothing gets out of a value.
    static let template = FuzzTarget("template") { source in
        do throws(TemplateError) {
            let templates = TemplateSet([
                try Template(name: "t", file: "t.mustache", source: source),
                try Template(name: "a", file: "a.mustache", source: Self.partial),
            ])
            let html = try templates.render("t", with: Self.context).bytes
            let again = try templates.render("t", with: Self.context).bytes
            precondition(again == html, "a template is not drawn twice alike")
            for byte in "<>\"'".utf8 where !source.contains(byte) {
                precondition(!html.contains(byte), "a value was written without being escaped")
            }
        } catch {
            let isInside = Self.lies(error.location, in: source, of: "t.mustache")
            precondition(
                isInside || Self.lies(error.location, in: Self.partial, of: "a.mustache"),
                "a fault outside of its source")
        }
    }

    private static let partial = Array("[{{$a}}{{#list}}-{{/list}}{{/a}}]\n".utf8)

    /// No list has more than one item: sections in sections would draw it again and again.
    private static let context: TemplateValue = {
        let danger = "<b class=\"x\">'&"
        return [
            "a": .text(danger), "h": .html(HTML(escaping: danger)), "list": [["a": .text(danger), "list": []]],
            "nothing": .null, "yes": true,
        ]
    }()

    /// Whether a place is that of a byte of a file, as an editor counts lines and columns.
    private static func lies(_ location: SourceLocation, in source: [UInt8], of file: String) -> Bool {
        guard location.file == file, let line = location.line, let column = location.column else { return false }
        let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return false }
        let length = String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars.count
        return column >= 1 && column <= length
    }
}
