/// How the kinds read text that people typed.
extension StringProtocol {
    /// The text without white space, or anything else that cannot be seen, at either end.
    var trimmed: String {
        let blank = { (scalar: Unicode.Scalar) in
            scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        }
        guard let first = unicodeScalars.firstIndex(where: { !blank($0) }),
            let last = unicodeScalars.lastIndex(where: { !blank($0) })
        else { return "" }
        return String(String.UnicodeScalarView(unicodeScalars[first...last]))
    }

    /// The length that a limit speaks of: Unicode scalars, a line break being one however the browser sends it.
    var typedLength: Int {
        var length = 0
        var last: Unicode.Scalar?
        for scalar in unicodeScalars {
            if !(scalar == "\n" && last == "\r") { length += 1 }
            last = scalar
        }
        return length
    }
}

extension TypedAnswer {
    /// Text of any content up to a limit, kept as it was typed.
    func judgedText(limit: Int) -> Judgement {
        guard !value.trimmed.isEmpty else { return .absent }
        guard value.typedLength <= limit else {
            return .faulty([.init(.textTooLong, arguments: ["limit": limit.grouped])])
        }
        return .answered(.text(value))
    }
}

extension Int {
    /// The number with a comma between thousands, as both English and Welsh write it: `2,000`.
    package var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return self < 0 ? "-" + text : text
    }
}
