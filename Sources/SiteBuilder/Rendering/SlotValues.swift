import ContentLoader
import Diagnostics
import Forms
import Markdown
import SiteModel
import TemplateEngine

/// What pages may name between double braces: facts of the site, which are filled in at once, and facts of a force,
/// which leave a gap in the stencil.
struct SlotValues: Sendable {
    private let site: [String: String]
    /// The names of the gaps that there are.
    let gapNames: Set<String>

    init(site: Site, facts: [DatedFact], forces: [Force], language: Language) {
        var values = ["site.name": site.name[language]]
        for fact in facts { values[fact.slot] = fact.value[language] }
        self.site = values
        gapNames = Set(["force.name", "force.id"] + forces.flatMap(\.facts.keys).map { "force.facts.\($0)" })
    }

    /// Writes a slot. Reports a name that there is not.
    func write(_ slot: MarkdownBody.Slot, into output: inout [UInt8], _ report: inout DiagnosticReport) {
        if let value = site[slot.name] {
            output.append(contentsOf: Self.html(value, as: slot.context).bytes)
            return
        }
        guard gapNames.contains(slot.name) else {
            report.error(
                "unknown-slot", at: slot.location, "unknown slot '\(slot.name)'",
                remedy: Suggestion.remedy(for: slot.name, among: gapNames.union(site.keys)))
            return
        }
        output.append(contentsOf: Stencil.mark(Self.gap(slot.name, slot.context)).utf8)
    }

    /// Text whose slots are written as `{{name}}`, with those of the site filled and marks for those of a force.
    func text(_ pattern: String) -> String {
        filling(pattern) { gapNames.contains($0) ? Stencil.mark($0) : "" }
    }

    /// Text whose slots are written as `{{name}}`, with those of the site filled.
    func filling(_ pattern: String, other: (_ name: String) -> String) -> String {
        guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
        var text = ""
        var rest = pattern[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            let name = String(rest[open.upperBound..<close.lowerBound])
            text += rest[..<open.lowerBound]
            text += site[name] ?? other(name)
            rest = rest[close.upperBound...]
        }
        return text + rest
    }

    private static func gap(_ name: String, _ context: MarkdownBody.Slot.Context) -> String {
        switch context {
        case .text: name
        case .url: "\(name)|url"
        case .telephone: "\(name)|telephone"
        }
    }

    /// What fills the gaps that a force leaves, by name.
    static func gaps(of force: Force, in language: Language) -> [String: HTML] {
        var values = ["force.name": force.name[language], "force.id": force.id.rawValue]
        for (name, fact) in force.facts { values["force.facts.\(name)"] = fact }
        var gaps: [String: HTML] = [:]
        for (name, value) in values {
            for context in [MarkdownBody.Slot.Context.text, .url, .telephone] {
                gaps[gap(name, context)] = html(value, as: context)
            }
        }
        return gaps
    }

    /// A value, escaped for the place where it is written.
    private static func html(_ value: String, as context: MarkdownBody.Slot.Context) -> HTML {
        switch context {
        case .text: return HTML(escaping: value)
        case .telephone: return HTML(escaping: value.filter { $0 != " " })
        case .url:
            let symbols = Array("0123456789ABCDEF".utf8)
            let bytes = value.utf8.flatMap { byte -> [UInt8] in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: [byte]
                default: [UInt8(ascii: "%"), symbols[Int(byte >> 4)], symbols[Int(byte & 15)]]
                }
            }
            return HTML(trusted: bytes)
        }
    }
}
