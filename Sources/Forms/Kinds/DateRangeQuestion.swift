/// The first and the last day between which something happened.
package struct DateRangeQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.dateRange
    /// The two days, as the answer names them and as the names of their parts begin.
    package static let ends = ["from", "to"]

    /// Both days must be today or earlier.
    package var past: Bool

    package init(past: Bool = false) {
        self.past = past
    }

    package var parts: [String] { Self.ends.flatMap { end in TypedDay.parts.map { "\(end)-\($0)" } } }
    package var missing: FaultCode { .dateRangeMissing }
    package var schema: SchemaNode {
        .record(Self.ends.map { .init(name: $0, value: .date) }, required: Self.ends)
    }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let readings = Self.ends.map { ($0, TypedDay(typed, prefix: "\($0)-").reading) }
        guard readings.contains(where: { if case .absent = $0.1 { false } else { true } }) else { return .absent }
        var days: [String: CalendarDate] = [:]
        var findings: [Judgement.Finding] = []
        for (end, reading) in readings {
            // The first part of a day is where its message leads to, and tells which of the days is meant.
            let fault = { (code: FaultCode) in Judgement.Finding(code, part: "\(end)-\(code.dayPart)") }
            switch reading {
            case .absent: findings.append(fault(.dateMissing))
            case .faulty(let code): findings.append(fault(code))
            case .day(let day) where past && day > today: findings.append(fault(.dateNotPast))
            case .day(let day): days[end] = day
            }
        }
        guard findings.isEmpty, let from = days["from"], let to = days["to"] else { return .faulty(findings) }
        guard from <= to else { return .faulty([.init(.dateRangeReversed, part: "to-day")]) }
        return .answered(.group(["from": from.description, "to": to.description]))
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        let days = [TypedDay.typing(today.adding(days: -2), prefix: "from-"), TypedDay.typing(today, prefix: "to-")]
        return [days.reduce(into: [:]) { $0.merge($1) { first, _ in first } }]
    }
}
