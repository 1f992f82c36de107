import Testing

@testable import Forms

/// The steps of a way through a form, and the page that it leads out to.
struct Way: Hashable {
    let steps: [StepID]
    let exit: PagePath?
}

extension Journey {
    /// The way that was gone; nil where it is not gone to its end.
    var way: Way? {
        var steps: [StepID] = []
        for step in answered.map(\.step.id) where steps.last != step { steps.append(step) }
        switch end {
        case .incomplete: return nil
        case .exit(let page, let last): return steps.last == last ? Way(steps: steps, exit: page) : nil
        case .complete: return Way(steps: steps, exit: nil)
        }
    }
}

extension Walk {
    var way: Way { Way(steps: visits.map(\.step), exit: exit) }

    /// What is posted on the walk: the pages of a group are its items, and there is no other.
    func entries(in definition: FormDefinition) throws -> [EntryPlace: StepEntry] {
        var entries: [EntryPlace: StepEntry] = [:]
        for visit in visits {
            let step = try #require(definition.step(visit.step))
            guard step.repeats != nil else {
                #expect(visit.pages.count == 1)
                entries[EntryPlace(step.id)] = StepEntry(fields: visit.pages.first ?? [:])
                continue
            }
            for (index, page) in visit.pages.enumerated() {
                let item = try #require(ItemID(rawValue: "\(index + 1)-aaaaaaaa"))
                entries[EntryPlace(step.id, item: item)] = StepEntry(fields: page)
            }
            entries[EntryPlace(step.id)] = StepEntry(fields: [ItemList.field: ["no"]])
        }
        return entries
    }
}

extension JourneyProof.Paths {
    /// How many ways there are, and how many pages the shortest and the longest have.
    var numbers: [Int] { [count, shortest, longest] }
}
