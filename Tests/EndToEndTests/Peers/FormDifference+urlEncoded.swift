extension FormDifference {
    /// What is read otherwise in a URL-encoded body.
    static let urlEncoded = [notUTF8, emptyURLEncodedName, unescapedBytes, emptySequence, noEqualsSign]

    private static let notUTF8 = FormDifference(
        "reads a NUL, or what is not UTF-8", by: FormLibrary.allCases,
        rule: "URL Standard, 5.1: decoding puts U+FFFD where no UTF-8 is, so the answer would not be the one sent"
    ) {
        $0.input.isURLEncoded && $0.isRefusal("notText") && !isText(unescaped($0.input.body))
    }

    private static let emptyURLEncodedName = FormDifference(
        "reads a field with an empty name", by: FormLibrary.allCases,
        rule: "HTML, constructing the entry list: a control whose name is empty makes no entry"
    ) {
        $0.input.isURLEncoded && $0.isRefusal("name") && fields($0.input.body).contains { $0.first == equalsSign }
    }

    private static let unescapedBytes = FormDifference(
        "decodes what is not escaped before what is", by: [.werkzeug],
        rule: "URL Standard, 5.1: percent-decoding gives bytes, and they are decoded as UTF-8 together"
    ) {
        $0.theirError == "UnicodeDecodeError" && !isText($0.input.body) && isText(unescaped($0.input.body))
    }

    private static let emptySequence = FormDifference(
        "refuses & with nothing before or behind", by: [.urllib],
        rule: "URL Standard, 5.1: if bytes is the empty byte sequence, then continue"
    ) {
        $0.theirError != nil && fields($0.input.body).contains { $0.isEmpty }
    }

    private static let noEqualsSign = FormDifference(
        "refuses a field without =", by: [.urllib],
        rule: "URL Standard, 5.1: otherwise, name has the value of bytes, and value is the empty byte sequence"
    ) {
        $0.theirError != nil && fields($0.input.body).contains { !$0.isEmpty && !$0.contains(equalsSign) }
    }

    private static let equalsSign = UInt8(ascii: "=")

    private static func fields(_ body: [UInt8]) -> [ArraySlice<UInt8>] {
        body.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    }

    /// The body with every escape decoded (URL Standard, section 1.3).
    private static func unescaped(_ body: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        var index = 0
        while index < body.count {
            let digits = body[index...].dropFirst().prefix(2)
            let isEscape =
                body[index] == UInt8(ascii: "%") && digits.count == 2
                && digits.allSatisfy { UnicodeScalar($0).properties.isASCIIHexDigit }
            if isEscape, let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
                plain.append(byte)
                index += 3
            } else {
                plain.append(body[index])
                index += 1
            }
        }
        return plain
    }
}
