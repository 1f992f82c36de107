import TestSupport
import Testing

@testable import Forms

/// Whatever bytes are posted, judging ends, says the same twice, and keeps its promises.
@Suite struct RandomTextTests {
    @Test(arguments: (0..<20) as Range<UInt64>)
    func judgingAnyTextIsSafeAndRepeatable(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            for kind in FormDefinitionTests.everyKind {
                let question = try SampleForm.question("question", kind)
                let fields = question.fieldNames.map { name in (name, [generator.text(), generator.text()]) }
                let entry = StepEntry(fields: Dictionary(uniqueKeysWithValues: fields))
                let today = try SampleForm.day()
                let judgement = kind.behaviour.judge(entry.typed(for: question), today: today)
                let again = kind.behaviour.judge(entry.typed(for: question), today: today)
                #expect(judgement == again)
                expectPromises(of: judgement, to: kind)
            }
        }
    }

    @Test(arguments: (0..<20) as Range<UInt64>)
    func aJourneyOverAnyTextIsSafeAndRepeatable(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let definition = try SampleForm.definition()
        let today = try SampleForm.day()
        for _ in 0..<50 {
            var entries = try SampleForm.entries(JourneyTests.completeSeen)
            for step in definition.steps {
                guard Bool.random(using: &generator) else { continue }
                let name = step.questions.flatMap(\.fieldNames).randomElement(using: &generator) ?? ""
                var fields = entries[EntryPlace(step.id)]?.fields ?? [:]
                fields[name] = [generator.text()]
                entries[EntryPlace(step.id)] = StepEntry(fields: fields)
            }
            let journey = Journey(definition, entries: entries, today: today)
            let again = Journey(definition, entries: entries, today: today)
            #expect(journey.end == again.end)
            #expect(journey.answered == again.answered)
            #expect(journey.answered.allSatisfy { $0.faults.isEmpty })
            #expect(journey.answered.count <= definition.steps.count)
        }
    }

    @Test(arguments: (0..<20) as Range<UInt64>)
    func readingAnyTextAsANameIsSafe(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let text = generator.text()
            if let id = QuestionID(rawValue: text) { #expect(id.rawValue.utf8.count <= 64) }
            if let path = PagePath("/" + text) { #expect(path.components.joined().utf8.allSatisfy { $0 < 0x80 }) }
            if let date = CalendarDate(iso: text) { #expect(date.description == text) }
            if let postcode = Postcode(text) { #expect(Postcode(postcode.description) == postcode) }
        }
    }

    private func expectPromises(of judgement: Judgement, to kind: QuestionKind) {
        switch judgement {
        case .absent:
            break
        case .faulty(let findings):
            #expect(!findings.isEmpty)
            let parts = kind.behaviour.parts
            #expect(findings.allSatisfy { $0.part.map(parts.contains) ?? true })
        case .answered(.text(let text)):
            if let choices = kind.behaviour.choices { #expect(choices.contains(text)) }
            if kind.name == .date { #expect(CalendarDate(iso: text) != nil) }
            #expect(!text.isEmpty)
        case .answered(.list(let values)):
            #expect(values.allSatisfy { kind.behaviour.choices?.contains($0) == true })
            #expect(Set(values).count == values.count)
        case .answered(.group(let parts)):
            let known: [String] =
                switch kind.name {
                case .phone: [PhoneQuestion.typedPart, PhoneQuestion.numberPart]
                case .dateRange: DateRangeQuestion.ends
                default: kind.behaviour.parts
                }
            #expect(parts.keys.allSatisfy(known.contains))
            #expect(parts.values.allSatisfy { !$0.isEmpty })
        }
    }
}
