extension CalendarDate {
    private static let lastDay = 2_932_896

    /// The number of days since 1 January 1970; negative before it.
    package var daysSince1970: Int {
        // Years begin in March here, so that the day that some years lack is their last. 400 years have 146,097 days.
        let years = month > 2 ? year : year - 1
        let era = years / 400
        let yearOfEra = years - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day so many days after 1 January 1970. Beyond the years 1 to 9999 it is the first or the last of them.
    package init(daysSince1970 number: Int) {
        let days = min(max(number, Self.distantPast.daysSince1970), Self.lastDay) + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        self = CalendarDate(year: year, month: month, day: day) ?? .distantPast
    }

    package func adding(days: Int) -> CalendarDate { CalendarDate(daysSince1970: daysSince1970 + days) }

    /// The same day of another month; its last day where it is shorter. The years are from 1 to 9999.
    package func adding(months: Int) -> CalendarDate {
        let number = min(max(12, year * 12 + month - 1 + months), 9_999 * 12 + 11)
        let (year, month) = (number / 12, number % 12 + 1)
        return (0...3).lazy.compactMap { CalendarDate(year: year, month: month, day: self.day - $0) }.first
            ?? .distantPast
    }
}
