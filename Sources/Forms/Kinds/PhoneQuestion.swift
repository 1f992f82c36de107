/// A telephone number, British or international, kept as it was typed.
package struct PhoneQuestion: QuestionBehaviour {
    /// From a short local number to the longest that E.164 allows, in digits.
    static let digits = 7...15
    /// The longest way to write one, in characters: twice as many as digits leaves room for any habit of grouping.
    static let limit = 30

    package init() {}

    package var missing: FaultCode { .textMissing }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let number = typed.value.trimmed
        guard !number.isEmpty else { return .absent }
        let written =
            number.utf8.allSatisfy { (0x30...0x39).contains($0) || Array("+()-. ".utf8).contains($0) }
            && !number.dropFirst().contains("+") && number.utf8.count <= Self.limit
        let count = number.utf8.count { (0x30...0x39).contains($0) }
        guard written, Self.digits.contains(count) else { return .faulty([.init(.phoneMalformed)]) }
        return .answered(.text(number))
    }
}
