package import Forms

extension Words {
    /// A day in words: `1 March 2027`, `1 Mawrth 2027`.
    package func date(_ day: CalendarDate) -> String {
        self("dates.day", ["day": "\(day.day)", "month": self("months.\(day.month)"), "year": "\(day.year)"])
    }
}
