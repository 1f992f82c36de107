import FoundationEssentials

extension Date {
    /// The time with minutes and seconds taken off: all that an anonymous form keeps.
    var startOfHour: Date {
        let hour = 3_600.0
        return Date(timeIntervalSince1970: (timeIntervalSince1970 / hour).rounded(.down) * hour)
    }
}
