/// Templates of random parts in which every name is known.
///
/// They leave out what the oracle is known to do otherwise: a partial on an indented line of its own, a section whose
/// tags are not both within lines or both on lines of their own, and white space at the end of the source.
enum RandomTemplate {
    static let data: SampleValue = [
        "name": "Ann & \"Bo\" <o'x>", "word": "plain", "nothing": .null, "yes": true, "no": false,
        "html": .html("<b title=\"&amp;\">'</b>"), "letters": ["x", "<y>", "z"], "none": [],
        "people": [["name": "Cy", "tags": ["q", "r"]], ["name": "Di & co", "tags": []]],
        "place": ["town": "Ely", "post": ["code": "CB7"]],
    ]

    static let partials = [
        "inline": "<i>{{word}}</i>", "line": "partial {{name}}\n", "loop": "{{#letters}}\n- {{.}}\n{{/letters}}\nend",
    ]

    /// What can be named where a part stands, besides the names that are known everywhere.
    private struct Scope {
        var itemIsText = false
        var isInPerson = false
        var isInPlace = false

        var variables: [String] {
            [
                "{{name}}", "{{ word }}", "{{nothing}}", "{{place.town}}", "{{place.post.code}}", "{{{html}}}",
                "{{&html}}",
            ]
                + (itemIsText ? ["{{.}}", "{{ . }}"] : []) + (isInPlace ? ["{{town}}", "{{post.code}}"] : [])
        }

        /// The names of sections, each with what can be named inside.
        var sections: [(name: String, inside: Scope)] {
            var plain = self
            plain.itemIsText = false
            var (text, person, place) = (plain, plain, plain)
            text.itemIsText = true
            person.isInPerson = true
            place.isInPlace = true
            return [
                ("yes", plain), ("no", plain), ("nothing", plain), ("none", plain), ("place.post", plain),
                ("word", text), ("letters", text), ("people", person), ("place", place),
            ] + (isInPerson ? [("tags", text)] : [])
        }
    }

    /// The source of a template.
    static func source(using generator: inout some RandomNumberGenerator) -> String {
        let end = pick(["\n", "\r\n"], using: &generator)
        let body = lines(in: Scope(), depth: 0, end: end, using: &generator)
        return Bool.random(using: &generator) ? body : body + "the end"
    }

    private static func lines(
        in scope: Scope, depth: Int, end: String, using generator: inout some RandomNumberGenerator
    ) -> String {
        var lines = ""
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let indent = pick(["", "  ", "\t"], using: &generator)
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: lines += "\(indent){{! a comment }}\(end)"
            case 1: lines += "\(indent){{! a comment\(end) of lines }} \(end)"
            case 2: lines += "{{> \(pick(partials.keys.sorted(), using: &generator))}}\(end)"
            case 3...4 where depth < 3:
                let (tag, name, inside) = section(in: scope, using: &generator)
                let within = Self.lines(in: inside, depth: depth + 1, end: end, using: &generator)
                lines += "\(indent){{\(tag) \(name)}}\(end)\(within)\(indent){{/\(name)}}\(end)"
            default:
                let first = pick(["words", "{{name}}", "{{#yes}}!{{/yes}}"], using: &generator)
                lines += "\(indent)\(first)\(parts(in: scope, depth: depth, using: &generator))\(end)"
            }
        }
        return lines
    }

    /// What stands within a line.
    private static func parts(
        in scope: Scope, depth: Int, using generator: inout some RandomNumberGenerator
    ) -> String {
        let words = ["a", " ", ", ", "é", "x { y } z", "<p class=\"x\">", "&", "'"]
        var parts = ""
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: parts += "{{! c }}"
            case 1: parts += "{{>\(pick(partials.keys.sorted(), using: &generator))}}"
            case 2...3 where depth < 3:
                let (tag, name, inside) = section(in: scope, using: &generator)
                let within = Self.parts(in: inside, depth: depth + 1, using: &generator)
                parts += "{{\(tag)\(name)}}\(within){{/\(name)}}"
            case 4...5: parts += pick(words, using: &generator)
            default: parts += pick(scope.variables, using: &generator)
            }
        }
        return parts
    }

    /// A section or its opposite. Whatever an opposite is drawn for has no item.
    private static func section(
        in scope: Scope, using generator: inout some RandomNumberGenerator
    ) -> (tag: String, name: String, inside: Scope) {
        let known = scope.sections
        let (name, inside) = known[Int.random(in: known.indices, using: &generator)]
        guard Bool.random(using: &generator) else { return ("#", name, inside) }
        var outside = scope
        outside.itemIsText = false
        return ("^", name, outside)
    }

    private static func pick(_ choices: [String], using generator: inout some RandomNumberGenerator) -> String {
        choices[Int.random(in: choices.indices, using: &generator)]
    }
}
