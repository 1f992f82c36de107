extension FormDifference {
    /// How names of fields and files are read.
    static let names = [extendedName, escapedQuote, percentEscape, backslash, path, doubleBackslash, refusedQuote]

    private static let quoteAfterBackslash = Array("\\\"".utf8)

    private static let extendedName = FormDifference(
        "prefers filename* to filename", by: [.werkzeug],
        rule: "RFC 7578, 4.2: the method of RFC 5987, a \"filename*\" parameter, MUST NOT be used"
    ) {
        guard let (part, name) = $0.parameter, let header = FormHeader($0.input.disposition(of: part)) else {
            return false
        }
        return header.parameters.contains { $0.name.hasPrefix(name + "*") }
    }

    private static let escapedQuote = FormDifference(
        "reads on behind a backslash and a quote", by: FormLibrary.multipart,
        rule: "HTML, multipart/form-data encoding algorithm: a backslash stays, a quote becomes %22"
    ) {
        guard let parameter = $0.parameter else { return false }
        return $0.input.disposition(of: parameter.part).contains(quoteAfterBackslash)
    }

    private static let percentEscape = FormDifference(
        "reads %22 as a quote", by: [.werkzeug],
        rule: "HTML, multipart/form-data encoding algorithm: a % is not escaped, so %22 may be what was typed"
    ) {
        guard let (ours, theirs) = $0.readings, !ours.contains(UInt8(ascii: "\\")) else { return false }
        return theirs == ours.replacing(Array("%22".utf8), with: [UInt8(ascii: "\"")])
    }

    private static let backslash = FormDifference(
        "takes a backslash for an escape", by: [.werkzeug],
        rule: "HTML, multipart/form-data encoding algorithm: a backslash is a character like any other"
    ) {
        guard let (ours, theirs) = $0.readings, ours.contains(UInt8(ascii: "\\")) else { return false }
        return theirs == withoutEscapes(ours).replacing(Array("%22".utf8), with: [UInt8(ascii: "\"")])
    }

    private static let path = FormDifference(
        "keeps the end of a path", by: [.pythonMultipart],
        rule: "HTML, multipart/form-data encoding algorithm: a name is sent as it is, so a backslash is part of it"
    ) {
        guard $0.parameter?.name == "filename", let (ours, theirs) = $0.readings else { return false }
        let name = withoutDoubles(ours)
        let isPath = name.dropFirst().starts(with: Array(":\\".utf8)) || name.starts(with: Array("\\\\".utf8))
        let end = name.lastIndex(of: UInt8(ascii: "\\")).map { $0 + 1 } ?? 0
        return isPath && theirs == Array(name[end...])
    }

    private static let doubleBackslash = FormDifference(
        "takes two backslashes for one", by: [.pythonMultipart],
        rule: "HTML, multipart/form-data encoding algorithm: a backslash is a character like any other"
    ) {
        guard let (ours, theirs) = $0.readings else { return false }
        return theirs == withoutDoubles(ours)
    }

    private static let refusedQuote = FormDifference(
        "misses a name behind a backslash and a quote", by: [.pythonMultipart],
        rule: "HTML, multipart/form-data encoding algorithm: a backslash stays, so a name may end with one"
    ) {
        $0.theirError == "FormParserError" && $0.input.dispositions.contains { $0.contains(quoteAfterBackslash) }
    }

    private static func withoutDoubles(_ name: [UInt8]) -> [UInt8] {
        name.replacing(Array("\\\\".utf8), with: [UInt8(ascii: "\\")])
    }

    private static func withoutEscapes(_ name: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        var index = 0
        while index < name.count {
            if name[index] == UInt8(ascii: "\\"), index + 1 < name.count { index += 1 }
            plain.append(name[index])
            index += 1
        }
        return plain
    }
}
