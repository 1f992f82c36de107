import Testing

@testable import TemplateEngine

@Suite struct MustacheTests {
    @Test(arguments: MustacheTable.rows)
    func aRowDrawsWhatItSays(_ row: MustacheRow) {
        let outcome: MustacheRow.Outcome
        do throws(TemplateError) {
            outcome = .output(try row.sample.drawnByUs())
        } catch {
            outcome = .fault(error.code.rawValue)
        }
        #expect(outcome == row.expected)
    }

    @Test(arguments: MustacheRow.Area.allCases)
    func everyAreaHasRowsThatSayDifferentThings(_ area: MustacheRow.Area) {
        let behaviours = MustacheTable.rows.filter { $0.area == area }.map(\.behaviour)
        #expect(!behaviours.isEmpty)
        #expect(Set(behaviours).count == behaviours.count)
    }
}

extension MustacheSample {
    /// What our engine draws.
    func drawnByUs() throws(TemplateError) -> String {
        var templates = [try Template(name: "t", file: "t.mustache", source: Array(template.utf8))]
        for (name, source) in partials {
            templates.append(try Template(name: name, file: "\(name).mustache", source: Array(source.utf8)))
        }
        let html = try TemplateSet(templates).render("t", with: data.templateValue)
        return String(decoding: html.bytes, as: UTF8.self)
    }
}

extension SampleValue {
    /// The value as our engine takes it.
    var templateValue: TemplateValue {
        switch self {
        case .null: .null
        case .flag(let flag): .flag(flag)
        case .text(let text): .text(text)
        case .html(let html): .html(HTML(trusted: Array(html.utf8)))
        case .list(let items): .list(items.map(\.templateValue))
        case .object(let members): .object(members.mapValues(\.templateValue))
        }
    }
}
