import FoundationEssentials

extension Date {
    private static let hour: Int64 = 3_600

    /// Whole seconds since 1970.
    var seconds: Int64 { Int64(timeIntervalSince1970.rounded(.down)) }

    /// The time with minutes and seconds taken off: all that an anonymous form keeps.
    var startOfHour: Date { Date(seconds: seconds - (seconds % Self.hour + Self.hour) % Self.hour) }

    /// The next full hour; the time itself where it is one.
    var endOfHour: Date { self == startOfHour ? self : startOfHour + TimeInterval(Self.hour) }

    init(seconds: Int64) { self.init(timeIntervalSince1970: TimeInterval(seconds)) }
}
