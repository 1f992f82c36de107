import FastCGI
import FormViews
import Forms
import TestSupport
import Testing

@testable import Intake

/// A step that is stamped is, byte for byte, the step that is drawn.
@Suite struct StepStencilTests {
    @Test(arguments: Language.allCases)
    func everyStepOfEveryFormIsStampedAsItIsDrawn(language: Language) throws {
        let bundle = try PublishedSites.shared.get()
        let force = try #require(ForceID(rawValue: "gwent"))
        let today = try #require(CalendarDate(iso: "2026-11-22"))
        let pages = IntakePages(
            bundle: bundle, force: force, language: language, versions: [.english: "/a", .welsh: "/cy/a?b=1&c"])
        var generator = SeededGenerator(seed: 7)
        var count = 0
        for (digest, (definition, _)) in bundle.definitions.sorted(by: { $0.key < $1.key }) {
            let wording = FormWording(definition, in: language, words: bundle.words(in: language))
            for step in definition.steps {
                var sample = StepEntry(sampleFor: step, today: today)
                sample.files = [:]
                for entry in [StepEntry(), sample, Self.hostile(step, &generator), sample] {
                    var view = StepView(step, wording: wording, digest: digest, today: today)
                    view.entry = entry
                    view.back = Bool.random(using: &generator) ? "/back?\"&<" : nil
                    view.privacy = Bool.random(using: &generator) ? "/privacy" : nil
                    view.isChanging = Bool.random(using: &generator)
                    if step.repeats != nil, let item = ItemID(rawValue: "2-abcdefgh") { view.item = (item, 2) }
                    if Bool.random(using: &generator) { view.earlier = Self.known(definition, &generator) }
                    let stamped = try pages.step(view, of: step, digest: digest, title: "T", status: 200)
                    let drawn = try pages.page("form/step", view.value, title: "T")
                    #expect(stamped.body == drawn.body, "\(definition.id) \(step.id)")
                    count += 1
                }
            }
        }
        #expect(count > 500)
    }

    /// Text that would do harm where it is not escaped, in every field.
    private static func hostile(_ step: Step, _ generator: inout SeededGenerator) -> StepEntry {
        let texts = [
            "<svg onload=alert(1)>", "\"'&\u{301}", "\u{0}=x\u{0}", "", "yes", "{{words}}", "a\r\n</textarea>",
        ]
        var fields: [String: [String]] = [:]
        for question in step.questions {
            // A single value that is posted twice is refused before it gets here.
            let most = question.kind.behaviour.isMultiple ? 2 : 1
            for name in question.fieldNames {
                fields[name] = (0..<Int.random(in: 0...most, using: &generator)).compactMap { _ in
                    texts.randomElement(using: &generator)
                }
            }
        }
        return StepEntry(fields: fields)
    }

    /// Answers that earlier steps may have had.
    private static func known(_ definition: FormDefinition, _ generator: inout SeededGenerator) -> KnownAnswers {
        var known = KnownAnswers()
        known.set(definition.presets)
        for question in definition.steps.flatMap(\.questions) where definition.preset?[question.id] == nil {
            if let choice = question.kind.behaviour.choices?.randomElement(using: &generator) {
                known.set(.text(choice), for: question.id)
            }
        }
        return known
    }
}
