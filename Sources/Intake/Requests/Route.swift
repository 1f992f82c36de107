import FormViews
import Forms

/// Which of our addresses a path is: `/forms/FORM[/cy]/STEP` and the like.
struct Route: Equatable {
    enum Place: Equatable {
        /// A step, the list of the items of a step that repeats, or one of its items.
        case page(EntryPlace)
        case check
        case done(Reference)
        /// The confirmation as a text to keep.
        case receipt(Reference)
        case exit
    }

    let form: FormID
    let language: Language
    let place: Place

    /// Nil where the path is none of ours.
    init?(_ path: String) {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)[...]
        guard parts.popFirst() == "forms", let form = parts.popFirst().flatMap(FormID.init(rawValue:)) else {
            return nil
        }
        self.form = form
        if parts.first == Language.welsh.rawValue {
            language = .welsh
            parts.removeFirst()
        } else {
            language = .english
        }
        switch (parts.popFirst(), parts.popFirst(), parts.isEmpty) {
        case ("check"?, nil, true): place = .check
        case ("exit"?, nil, true): place = .exit
        case ("done"?, let text?, true):
            let suffix = FormURL.receiptSuffix
            let isReceipt = text.hasSuffix(suffix)
            guard let reference = Reference(isReceipt ? String(text.dropLast(suffix.count)) : text) else { return nil }
            place = isReceipt ? .receipt(reference) : .done(reference)
        case (let name?, let item, true):
            guard let step = StepID(rawValue: name), !Step.reservedIDs.contains(name) else { return nil }
            let id = item.flatMap(ItemID.init(rawValue:))
            guard item == nil || id != nil else { return nil }
            place = .page(EntryPlace(step, item: id))
        default: return nil
        }
    }
}
