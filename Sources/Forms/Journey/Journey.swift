/// A citizen's way through a form: which steps are asked, given what has been answered so far.
///
/// A journey is computed afresh from the definition and what was posted. Nothing of it is stored, so that it cannot
/// contradict the answers.
package struct Journey: Sendable {
    /// Where a citizen is sent.
    package enum Stop: Sendable, Hashable {
        /// A step, an item of a repeating group, or the list of its items.
        case page(EntryPlace)
        /// The first item of a repeating group, which has none yet.
        case firstItem(StepID)
    }

    /// Where the way leads from what has been answered.
    package enum End: Sendable, Hashable {
        /// This is not answered yet, or not without fault.
        case incomplete(Stop)
        /// The answers to the last step on the way lead out of the form.
        case exit(PagePath, from: StepID)
        /// Every step on the way is answered.
        case complete
    }

    package let definition: FormDefinition
    /// What was answered on the way, in order: steps, and items of repeating groups. A step that is no longer asked is
    /// not among them.
    package private(set) var answered: [JudgedStep] = []
    package private(set) var end: End = .complete
    /// All answers.
    package private(set) var known = KnownAnswers()
    /// The pages that are answered, in order. Behind the items of a group stands their list.
    private var pages: [EntryPlace] = []
    /// What was known when a step began.
    private var knownBefore: [StepID: KnownAnswers] = [:]
    /// The items of each repeating group that was reached, whether they are answered or not.
    private var items: [StepID: [ItemID]] = [:]

    /// Follows the definition as far as the entries lead.
    package init(_ definition: FormDefinition, entries: [EntryPlace: StepEntry], today: CalendarDate) {
        self.definition = definition
        known.set(definition.presets)
        for step in definition.steps where step.when?.holds(for: known, today: today) ?? true {
            knownBefore[step.id] = known
            let presets = definition.presetQuestions
            let isAsked = step.questions.contains {
                step.mayAsk($0, after: known, presets: presets, today: today)
            }
            let isOpen =
                isAsked && step.repeats != nil
                ? takeItems(of: step, entries, today) : take(step, isAsked: isAsked, entries, today)
            guard isOpen else { return }
            if isAsked, let exit = step.exits.first(where: { $0.when.holds(for: known, today: today) }) {
                end = .exit(exit.to, from: step.id)
                return
            }
        }
    }

    /// - Returns: Whether the way goes on.
    private mutating func take(
        _ step: Step, isAsked: Bool, _ entries: [EntryPlace: StepEntry], _ today: CalendarDate
    ) -> Bool {
        let place = EntryPlace(step.id)
        guard let entry = isAsked ? entries[place] : StepEntry() else {
            end = .incomplete(.page(place))
            return false
        }
        let judged = JudgedStep(
            step, entry: entry, earlier: known, presets: definition.presets, today: today)
        guard judged.faults.isEmpty else {
            end = .incomplete(.page(place))
            return false
        }
        if isAsked { pages.append(place) }
        if isAsked || !judged.answers.isEmpty { answered.append(judged) }
        known.set(judged.answers)
        return true
    }

    private mutating func takeItems(
        of step: Step, _ entries: [EntryPlace: StepEntry], _ today: CalendarDate
    ) -> Bool {
        let found = entries.keys.filter { $0.step == step.id }.compactMap(\.item).sorted()
        let own = Array(found.prefix(step.repeats?.max ?? 0))
        items[step.id] = own
        let earlier = known
        for item in own {
            let place = EntryPlace(step.id, item: item)
            let judged = JudgedStep(
                step, item: item, entry: entries[place] ?? StepEntry(), earlier: earlier,
                presets: definition.presets, today: today)
            guard judged.faults.isEmpty else {
                end = .incomplete(.page(place))
                return false
            }
            pages.append(place)
            answered.append(judged)
            known.add(judged.answers)
        }
        let list = EntryPlace(step.id)
        guard !own.isEmpty else {
            end = .incomplete(.firstItem(step.id))
            return false
        }
        let isFull = own.count == step.repeats?.max
        guard let entry = entries[list] ?? (isFull ? StepEntry() : nil),
            ItemList(step, count: own.count).finding(in: entry) == nil, isFull || !ItemList.wantsAnother(entry)
        else {
            end = .incomplete(.page(list))
            return false
        }
        pages.append(list)
        return true
    }
}

extension Journey {
    /// The items of a repeating group in their order; empty for a step that is not reached.
    package func items(of step: StepID) -> [ItemID] { items[step] ?? [] }

    /// Whether a page may be shown: it is answered, or the next to be, or a further item of a group that is reached.
    package func reaches(_ place: EntryPlace) -> Bool {
        if end == .incomplete(.page(place)) || pages.contains(place) { return true }
        guard place.item != nil, let items = items[place.step],
            let most = definition.step(place.step)?.repeats?.max
        else { return false }
        return items.count < most
    }

    /// The answered page before this one; nil for the first.
    package func page(before place: EntryPlace) -> EntryPlace? {
        if place.item != nil, !items(of: place.step).isEmpty { return EntryPlace(place.step) }
        return pageBeforeItems(of: place.step)
    }

    /// The answered page before a repeating group; nil where the group is the first.
    package func pageBeforeItems(of step: StepID) -> EntryPlace? {
        let index = pages.firstIndex { $0.step == step } ?? pages.endIndex
        return index > pages.startIndex ? pages[index - 1] : nil
    }

    /// The page after this one, where it is answered too.
    package func page(after place: EntryPlace) -> EntryPlace? {
        guard let index = pages.firstIndex(of: place), pages.indices.contains(index + 1) else { return nil }
        // Whoever goes on to a group that is answered finds its list, not its items one by one.
        let next = pages[index + 1]
        return next.item == nil ? next : EntryPlace(next.step)
    }

    /// The last page that is answered.
    package var lastPage: EntryPlace? { pages.last }

    /// What was answered before a step, for judging it.
    package func known(before step: StepID) -> KnownAnswers { knownBefore[step] ?? known }

    /// The answers of all steps on the way, as a case keeps them.
    package var answers: [StepID: StepAnswers] {
        var answers: [StepID: StepAnswers] = [:]
        for judged in answered {
            if judged.item == nil {
                answers[judged.step.id] = .once(judged.answers)
            } else {
                answers[judged.step.id] = .repeated((answers[judged.step.id]?.items ?? []) + [judged.answers])
            }
        }
        return answers
    }
}
