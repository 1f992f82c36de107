import FastCGI
import FormViews
import Forms
import Intake
import SiteModel

/// Draws one step of a form again and again, from its definition and what was typed to the bytes of the page.
struct StepBenchmark {
    private static let force = "gwent"
    private static let form = "burglary"
    private static let step = "what-happened"

    private let bundle: LoadedBundle
    private let force: ForceID
    private let definition: FormDefinition
    private let step: Step
    private let digest: String

    /// - Parameter folder: The folder of the bundles, such as `public/intake`.
    init(bundles folder: String) throws {
        bundle = try LoadedBundle(current: folder)
        guard let force = ForceID(rawValue: Self.force), let id = FormID(rawValue: Self.form),
            let entry = bundle.contents.form(id, of: force),
            let definition = bundle.definitions[entry.definition]?.definition,
            let step = StepID(rawValue: Self.step).flatMap(definition.step)
        else { throw WrongResult(row: "the bundle has no \(Self.form) with \(Self.step)") }
        self.force = force
        self.definition = definition
        self.step = step
        digest = entry.definition
    }

    /// - Returns: How long the page is, in bytes.
    func run(count: Int) throws -> Int {
        guard let today = CalendarDate(year: 2026, month: 11, day: 22) else { throw WrongResult(row: "no day") }
        let words = bundle.words(in: .english)
        let entry = StepEntry(sampleFor: step, today: today)
        var length = 0
        for _ in 0..<count {
            let wording = FormWording(definition, in: .english, words: words)
            var view = StepView(step, wording: wording, digest: digest, today: today)
            view.entry = entry
            view.back = "/"
            let versions = Dictionary(
                uniqueKeysWithValues: Language.allCases.map {
                    ($0, FormURL(form: definition.id, language: $0).step(step.id))
                })
            let pages = IntakePages(bundle: bundle, force: force, language: .english, versions: versions)
            length = try pages.step(view, of: step, digest: digest, title: step.title.en, status: 200).body.count
        }
        return length
    }
}
