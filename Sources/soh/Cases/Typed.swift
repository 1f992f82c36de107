import Diagnostics
import Forms
import FoundationEssentials

/// Reads what was typed on the command line, and refuses it in one line that says what it may be.
enum Typed {
    static func reference(_ text: String) throws -> Reference {
        guard let reference = Reference(forgiving: text) else {
            throw ExitStatus.refusal("that is not a reference: a symbol of '\(text.printable)' is wrong or missing")
        }
        return reference
    }

    static func form(_ text: String) throws -> FormID {
        guard let form = FormID(rawValue: text) else {
            throw ExitStatus.refusal(
                "'\(text.printable)' is not the id of a form: it has lower-case letters, digits and hyphens, such as "
                    + "'burglary'")
        }
        return form
    }

    /// - Parameter what: What the value is called.
    static func choice<Value: RawRepresentable & CaseIterable>(
        _ text: String, of what: String
    ) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: text) else {
            let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw ExitStatus.refusal("'\(text.printable)' is not a \(what): choose one of \(names)")
        }
        return value
    }

    /// A day, which begins at midnight UTC as all times of the commands are UTC, or a time.
    static func time(_ text: String) throws -> Date {
        // Foundation takes the thirtieth of February and anything that follows the time.
        let pattern = /T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+\-][0-9]{2}:?[0-9]{2})/
        let (day, rest) = (String(text.prefix(10)), text.dropFirst(10))
        if CalendarDate(iso: day) != nil, rest.isEmpty || rest.wholeMatch(of: pattern) != nil,
            let time = try? Date(rest.isEmpty ? "\(day)T00:00:00Z" : text, strategy: .iso8601)
        {
            return time
        }
        throw ExitStatus.refusal(
            "'\(text.printable)' is neither a day nor a time: write 2026-11-22 or 2026-11-22T09:30:00Z")
    }
}

extension StringProtocol {
    /// Whether there is nothing in it that can be seen.
    var isBlank: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }
}
