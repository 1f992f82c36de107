/// A period that the law sets for what a form reports, such as the 14 days for a notice of intended prosecution.
package struct FormClock: Codable, Sendable, Hashable {
    /// What staff call it.
    package var label: String
    /// How many days there are, the last one whole. The day that they are counted from is not one of them.
    package var days: Int
    /// The question that tells the day to count from; nil for the day of the report.
    package var from: QuestionID?

    package init(label: String, days: Int, from: QuestionID? = nil) {
        self.label = label
        self.days = days
        self.from = from
    }

    /// The last day of the period.
    ///
    /// - Parameter answers: Where they do not tell the day to count from, it is the day of the report.
    package func lastDay(answers: [QuestionID: Answer], today: CalendarDate) -> CalendarDate {
        var start = today
        if let from, case .text(let text) = answers[from], let day = CalendarDate(iso: text) { start = day }
        return start.adding(days: days)
    }
}
