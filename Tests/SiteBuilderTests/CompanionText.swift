import Testing

@testable import SiteBuilder

/// The pages that a form gets by itself, drawn by templates that print every value on a line of its own.
enum CompanionText {
    private static let templates = [
        "questions": """
        <h1>{{title}}</h1>
        <pre>
        {{#steps}}
        # {{title}}
        {{#text}}
        text {{.}}
        {{/text}}
        {{#when}}
        only if {{when}}
        {{/when}}
        {{#repeats}}
        {{repeats}}
        {{/repeats}}
        {{#questions}}
        - {{label}}{{#optional}} (optional){{/optional}}{{#hint}} / {{hint}}{{/hint}}
        {{#when}}
        only if {{when}}
        {{/when}}
        {{#choices}}
        [ ] {{label}}{{#hint}} / {{hint}}{{/hint}}{{#advice}} > {{advice}}{{/advice}}
        {{/choices}}
        {{#lines}}
        ____
        {{/lines}}
        {{/questions}}
        {{#exits}}
        exit {{.}}
        {{/exits}}
        {{/steps}}
        </pre>
        """,
        "privacy": """
        <h1>{{title}}</h1>
        <pre>
        {{kept}}
        {{#basis}}
        basis {{basis}}
        {{/basis}}
        {{#anonymous}}
        anonymous
        {{/anonymous}}
        {{#drafts}}
        drafts
        {{/drafts}}
        {{#files}}
        files
        {{/files}}
        {{#clocks}}
        {{.}}
        {{/clocks}}
        {{#sections}}
        # {{title}}
        {{#questions}}
        - {{label}}{{#optional}} (optional){{/optional}}
        {{/questions}}
        {{/sections}}
        </pre>
        """,
    ]

    /// Words that tell which key they have.
    private static let words = [
        "conditions.is": "{question} is {value}", "conditions.answered": "{question} has an answer",
        "conditions.contains": "{question} has {value} in it", "conditions.all": "{first}, and {second}",
        "conditions.any": "{first}, or {second}", "conditions.not": "not: {what}", "conditions.today": "today",
        "conditions.number.less": "{question} is below {value}",
        "conditions.number.at-most": "{question} is to {value}",
        "conditions.number.at-least": "{question} is from {value}",
        "conditions.number.more": "{question} is above {value}", "conditions.day.less": "{question} was before {value}",
        "conditions.day.at-most": "{question} was by {value}", "conditions.day.at-least": "{question} was from {value}",
        "conditions.day.more": "{question} was after {value}",
        "conditions.before.days.other": "{count} days ago", "conditions.before.years.other": "{count} years ago",
        "conditions.after.months.other": "{count} months ahead", "options.yes": "Yes", "options.no": "No", "or": "or",
        "dates.day": "{day} {month} {year}", "months.3": "March", "safe-contact.channels.phone": "By phone",
        "safe-contact.channels.none": "Not at all", "print.repeat": "{min} to {max} of {item}",
        "print.exit": "{when}: {page}",
        "privacy.kept.closed": "{period} from closing", "privacy.kept.received": "{period} from sending",
        "privacy.kept.unset": "for ever", "privacy.periods.years.other": "{count} years",
        "privacy.periods.months.other": "{count} months", "privacy.periods.days.other": "{count} days",
        "privacy.clock": "{label} in {days} days",
    ]
    private static let plurals = ["conditions.before.days.one: yesterday", "privacy.periods.years.one: one year"]

    /// The lines of a page of the form of the small site, in English.
    ///
    /// - Parameter page: `questions` or `privacy`.
    static func lines(of page: String, _ changes: [String: String?]) async throws -> [String] {
        var strings = SmallSite.strings(language: "English")
        for (key, text) in words { strings = strings.replacing("\"\(key)\"", with: "\"\(text)\"") }
        var changes = changes
        changes["strings.en.yml"] = strings + plurals.map { "\($0)\n" }.joined()
        for (name, text) in templates { changes["Templates/form/\(name).mustache"] = text }
        let run = try await SmallSite.run(changes)
        #expect(run.faults == [])
        let drawn = run.text("kent/report/theft/\(page).html")
        let inside = drawn.split(separator: "<pre>").last?.split(separator: "</pre>").first ?? ""
        return inside.split(separator: "\n").map(String.init)
    }
}
