/// A period that the law sets for what a form reports, such as the 14 days for a notice of intended prosecution.
package struct FormClock: Codable, Sendable, Hashable {
    /// What it is called; before the last day on the citizen's page.
    package var label: LocalizedText
    /// How many days there are, the last one whole. The day that they are counted from is not one of them.
    package var days: Int
    /// The question that tells the day to count from; nil for the day of the report.
    package var from: QuestionID?

    package init(label: LocalizedText, days: Int, from: QuestionID? = nil) {
        self.label = label
        self.days = days
        self.from = from
    }

    /// The last day of the period.
    ///
    /// - Parameter answers: Where they do not tell the day to count from, it is the day of the report.
    package func lastDay(answers: KnownAnswers, today: CalendarDate) -> CalendarDate {
        var start = today
        if let from, case .text(let text) = answers[from], let day = CalendarDate(iso: text) { start = day }
        return start.adding(days: days)
    }
}

extension FormClock {
    private enum Key: String, CodingKey { case label, days, from }

    /// The label of an older definition is plain text.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let text = try? container.decode(String.self, forKey: .label) {
            label = LocalizedText(text)
        } else {
            label = try container.decode(LocalizedText.self, forKey: .label)
        }
        days = try container.decode(Int.self, forKey: .days)
        from = try container.decodeIfPresent(QuestionID.self, forKey: .from)
    }
}
