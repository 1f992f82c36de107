import ContentLoader
import Diagnostics
import Forms
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// The smallest content and templates that make a site for two forces, one of them with Welsh. Tests change a file
/// of it and look at what comes out.
enum SmallSite {
    static let content: FileTree = [
        "site.yml": """
        name: { en: Front Desk, cy: Desg Flaen }
        demonstration: yes
        groups: { wales: [gwent] }
        signposts: { emergency: "999" }
        neutral-page: https://weather.example/
        """,
        "services.yml": """
        report:
          page: /report
          in: [navigation]
          services:
            theft: { page: /report/theft, also: { en: [Stolen things] }, related: [help], signposts: [emergency] }
        help: { page: /emergency, in: [footer] }
        """,
        "strings.en.yml": strings(language: "English"),
        "strings.cy.yml": strings(language: "Cymraeg"),
        "forces/gwent/force.yml": force("Gwent Police", code: "GWE", welsh: "Heddlu Gwent"),
        "forces/kent/force.yml": force("Kent Police & Co", code: "KEN"),
        "national/index.md": page("Home", body: "Welcome to {{force.name}}. [Report](/report)"),
        "national/index.cy.md": page("Hafan", body: "Croeso i {{force.name}}. [Rhoi gwybod](/report)"),
        "national/report/index.md": page("Report", body: "[Theft](/report/theft) [Call](tel:{{force.facts.phone}})"),
        "national/report/index.cy.md": page("Rhoi gwybod", slug: "rhoi-gwybod", body: "[Dwyn](/report/theft)"),
        "national/emergency.md": page("Emergency", body: "## Call {{site.signposts.emergency}}"),
        "national/report/theft.md": theft,
    ]

    static let theft = """
        ---
        title: Report a theft
        form:
          code: THE
          next: We call you.
          steps:
            - id: danger
              title: Danger
              questions:
                - id: in-danger
                  kind: yes-no
                  label: Are you in danger?
                  noun: you are in danger
              exits:
                - when: { in-danger: yes }
                  to: /emergency
            - id: what
              title: What was taken
              questions:
                - { id: item, kind: text, label: What was it?, noun: what was taken }
            - use: about-you
        ---
        Tell us.
        """

    static let templates: FileTree = [
        "layout.mustache": """
        <html lang="{{lang}}"><title>{{{title}}}</title>{{{head}}}
        <link rel="stylesheet" href="{{stylesheet.url}}" integrity="{{stylesheet.integrity}}">
        {{#script}}<script src="{{url}}" integrity="{{integrity}}" defer></script>{{/script}}
        {{#navigation}}<a href="{{url}}">{{title}}</a>{{/navigation}}
        {{{languages}}}{{{breadcrumbs}}}<main>{{{main}}}</main>{{#footer}}<a href="{{url}}">{{title}}</a>{{/footer}}
        </html>
        """,
        "head.mustache":
            "{{#alternates}}<link rel=\"alternate\" hreflang=\"{{lang}}\" href=\"{{url}}\">{{/alternates}}",
        "languages.mustache": "{{#alternates}}{{^current}}<a href=\"{{url}}\">{{name}}</a>{{/current}}{{/alternates}}",
        "breadcrumbs.mustache": "{{#crumbs}}<a href=\"{{url}}\">{{title}}</a>{{/crumbs}}",
        "page.mustache": """
        <h1>{{title}}</h1>{{#contents}}{{#items}}<a href="{{url}}">{{title}}</a>{{/items}}{{/contents}}
        {{#services}}{{#items}}<a href="{{url}}">{{title}}</a>{{/items}}{{/services}}{{{body}}}
        {{#index}}{{#letters}}<b>{{letter}}</b>{{#items}}<a href="{{url}}">{{title}}</a>{{/items}}{{/letters}}{{/index}}
        {{#related}}{{#items}}<a href="{{url}}">{{title}}</a>{{/items}}{{/related}}
        {{#signposts}}{{#items}}<a href="{{url}}">{{label}} {{number}}</a>{{/items}}{{/signposts}}
        {{#reviewed}}<i>{{reviewed}}</i>{{/reviewed}}{{#form}}{{> form/form}}{{/form}}
        """,
        "untranslated.mustache": "<p>Saesneg</p><div lang=\"{{shown}}\">{{{page}}}</div>",
        "search.mustache": "<h1>Search</h1>{{#results}}{{#items}}{{url}}{{/items}}{{/results}}",
        "forces.mustache": "{{#forces}}{{name}}{{/forces}}",
        "error.mustache": "<h1>{{title}}</h1>",
        "form/form.mustache": "<form action=\"{{action}}\">{{#questions}}{{label}}{{/questions}}</form>",
        "form/step.mustache": "<h1>{{step.title}}</h1>{{> form/form}}",
        "form/check.mustache":
            "<h1>{{form.title}}</h1>{{#sections}}{{#rows}}{{label}}{{#lines}}{{.}}{{/lines}}{{/rows}}{{/sections}}",
        "form/items.mustache": "<h1>{{step.title}}</h1>",
        "form/questions.mustache": "<h1>{{title}}</h1>{{#steps}}{{#questions}}{{label}}{{/questions}}{{/steps}}",
        "form/privacy.mustache": "<h1>{{title}}</h1>{{kept}}",
        "leaving.mustache":
            "<h1>{{title}}</h1><a href=\"{{origin}}\">Go on</a>{{#leave}}<a href=\"{{leave}}\">x</a>{{/leave}}",
        "form/done.mustache": "<h1>{{reference}}</h1>",
        "site.css": "body { color: black }",
    ]

    static func force(_ name: String, code: String, welsh: String? = nil) -> String {
        """
        name: \(name)
        \(welsh.map { "name-cy: \($0)\n" } ?? "")code: \(code)
        kind: territorial
        host: www.\(code.lowercased()).police.uk
        languages: \(welsh == nil ? "[en]" : "[en, cy]")
        facts: { phone: 0800 40 50 40 }
        """
    }

    /// - Parameter keys: Further lines of its front matter.
    static func page(_ title: String, slug: String? = nil, keys: [String] = [], body: String) -> String {
        let lines = ["title: \(title)"] + (slug.map { ["slug: \($0)"] } ?? []) + keys
        return "---\n\(lines.joined(separator: "\n"))\n---\n\(body)\n"
    }

    static func strings(language: String) -> String {
        let keys = Words.required.subtracting(["language"]).union(["signposts.emergency"]).sorted()
        let texts = keys.map { "\($0): \"\($0)\"" } + ["language: \(language)"]
        return texts.joined(separator: "\n") + "\n"
    }

    /// The changes that leave both forces with English alone.
    static let withoutWelsh: [String: String?] = [
        "strings.cy.yml": nil, "national/index.cy.md": nil, "national/report/index.cy.md": nil,
        "forces/gwent/force.yml": force("Gwent Police", code: "GWE"),
    ]

    static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    static let aboutYou: FileTree = [
        "questions/about-you.yml": """
        title: About you
        questions:
          - { id: full-name, kind: name, label: Your name }
        """
    ]

    /// A run over the small site with some of its files replaced; a nil deletes a file.
    struct Run {
        let summary: BuildSummary
        let report: DiagnosticReport
        /// What was published.
        let output: [String: Data]
        /// The faults, as `file:line:column: message | remedy`, with the files below `Content` or `Templates`.
        let faults: [String]

        func text(_ path: String) -> String { output[path].map { String(decoding: $0, as: UTF8.self) } ?? "" }
    }

    /// - Parameter adjust: Sets further options.
    static func run(
        _ changes: [String: String?] = [:], forces: [String] = [], asOf: CalendarDate = .distantPast,
        _ adjust: (inout SiteBuild.Options) -> Void = { _ in }
    ) async throws -> Run {
        try await withTemporaryFolder { folder in
            try write(changes, to: folder)
            return try run(in: folder, forces: forces, asOf: asOf, adjust)
        }
    }

    static func write(_ changes: [String: String?], to folder: String) throws {
        var content = Self.content.merging(aboutYou)
        var templates = Self.templates
        for (path, text) in changes {
            if path.hasPrefix("Templates/") {
                templates.files[String(path.dropFirst("Templates/".count))] = text
            } else {
                content.files[path] = text
            }
        }
        try content.write(to: "\(folder)/Content")
        try templates.write(to: "\(folder)/Templates")
    }

    static func run(
        in folder: String, forces: [String] = [], asOf: CalendarDate = .distantPast,
        _ adjust: (inout SiteBuild.Options) -> Void = { _ in }
    ) throws -> Run {
        var options = SiteBuild.Options(asOf: asOf)
        options.content = "\(folder)/Content"
        options.templates = "\(folder)/Templates"
        options.output = "\(folder)/public"
        options.forces = forces
        adjust(&options)
        var report = DiagnosticReport()
        let summary = try SiteBuild(options).run(publishing: true, &report)
        // Twins here have no stamps, but where a test is about them.
        let faults = report.sorted.filter { $0.code != "unstamped-translation" }.map { fault in
            "\(fault.location): \(fault.message)\(fault.remedy.map { " | \($0)" } ?? "")"
                .replacingOccurrences(of: "\(folder)/", with: "")
        }
        let output = ((try? FileTree.read("\(folder)/public")) ?? [:]).filter { !$0.key.hasPrefix(".") }
        return Run(summary: summary, report: report, output: output, faults: faults)
    }
}
