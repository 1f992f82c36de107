import TestSupport
import Testing

@testable import Forms

/// Where a journey leads does not depend on answers that it does not reach.
@Suite struct UnreachedAnswersTests {
    @Test(arguments: (0..<20) as Range<UInt64>)
    func changingWhatIsNotReachedChangesNothing(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let today = try SampleForm.day()
        for _ in 0..<10 {
            let definition = try generator.form()
            for _ in 0..<3 {
                let entries = generator.faultyAnswers(to: definition)
                let journey = Journey(definition, entries: entries, today: today)
                let reached = reached(by: journey)
                for step in definition.steps where !reached.contains(step.id) {
                    let without = entries.filter { $0.key.step != step.id }
                    let others = generator.answers(to: definition).filter { $0.key.step == step.id }
                    let faulty = generator.faultyAnswers(to: definition).filter { $0.key.step == step.id }
                    for changes in [[:], others, faulty] {
                        let changed = without.merging(changes) { _, new in new }
                        let again = Journey(definition, entries: changed, today: today)
                        #expect(again.end == journey.end)
                        #expect(again.answered == journey.answered)
                        #expect(again.answers == journey.answers)
                    }
                }
            }
        }
    }

    /// The steps on the way, with the one at which it stops.
    private func reached(by journey: Journey) -> Set<StepID> {
        var reached = Set(journey.answered.map(\.step.id))
        switch journey.end {
        case .incomplete(.page(let place)): reached.insert(place.step)
        case .incomplete(.firstItem(let step)): reached.insert(step)
        case .exit, .complete: break
        }
        return reached
    }
}
