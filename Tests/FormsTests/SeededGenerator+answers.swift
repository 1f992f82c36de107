import TestSupport

@testable import Forms

extension SeededGenerator {
    /// Something without fault to answer every question of a form of choices and numbers with, whether it is asked or
    /// not.
    mutating func answers(to definition: FormDefinition) -> [EntryPlace: StepEntry] {
        var entries: [EntryPlace: StepEntry] = [:]
        for step in definition.steps {
            guard let repeats = step.repeats else {
                entries[EntryPlace(step.id)] = page(of: step)
                continue
            }
            for position in 1...Int.random(in: repeats.min...repeats.max, using: &self) {
                let item = ItemID(beginningAt: position, using: &self)
                entries[EntryPlace(step.id, item: item)] = page(of: step)
            }
            entries[EntryPlace(step.id)] = StepEntry(fields: [ItemList.field: ["no"]])
        }
        return entries
    }

    /// Answers of which some are left out and some are not what is asked for.
    mutating func faultyAnswers(to definition: FormDefinition) -> [EntryPlace: StepEntry] {
        var entries = answers(to: definition)
        // A dictionary has another order in every process.
        for place in entries.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            switch Int.random(in: 0..<12, using: &self) {
            case 0: entries[place] = nil
            case 1: entries[place] = StepEntry()
            case 2: entries[place] = entries[place].map { StepEntry(fields: $0.fields.mapValues { _ in ["?"] }) }
            default: break
            }
        }
        return entries
    }

    private mutating func page(of step: Step) -> StepEntry {
        var fields: [String: [String]] = [:]
        for question in step.questions {
            if question.optional, Bool.random(using: &self) { continue }
            fields[question.id.rawValue] = typed(into: question.kind.behaviour)
        }
        return StepEntry(fields: fields)
    }

    private mutating func typed(into kind: any QuestionBehaviour) -> [String] {
        guard let choices = kind.choices else { return ["\(Int.random(in: 0...20, using: &self))"] }
        let mixed = choices.shuffled(using: &self)
        guard let boxes = kind as? CheckboxesQuestion, mixed.first != boxes.none else { return Array(mixed.prefix(1)) }
        let several = mixed.filter { $0 != boxes.none }
        return Array(several.prefix(Int.random(in: 1...several.count, using: &self)))
    }
}
