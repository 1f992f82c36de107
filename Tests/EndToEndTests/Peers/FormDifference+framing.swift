extension FormDifference {
    /// What is refused before and between the parts.
    static let framing = [contentType, boundary, preamble, epilogue, cutEnd, noPart, looseClose]

    private static let contentType = FormDifference(
        "reads what is no multipart/form-data", by: FormLibrary.multipart,
        rule: "RFC 9110, 8.3.1: a media type is a type, a slash, a subtype and parameters, each behind a ';'"
    ) {
        $0.isRefusal("contentType") && $0.input.type?.kind != "multipart/form-data"
    }

    private static let boundary = FormDifference(
        "takes any boundary", by: FormLibrary.multipart,
        rule: "RFC 2046, 5.1.1: 1 to 70 bytes of bchars, the last no space; RFC 6838, 4.3: no parameter twice"
    ) {
        guard $0.isRefusal("boundary"), let type = $0.input.type else { return false }
        let boundaries = type.values(of: "boundary")
        guard boundaries.count == 1, let boundary = boundaries.first else { return true }
        let isInGrammar = boundary.allSatisfy {
            FormHeader.isAlphanumeric($0) || "'()+_,-./:=? ".utf8.contains($0)
        }
        return !(1...70).contains(boundary.count) || boundary.last == UInt8(ascii: " ") || !isInGrammar
    }

    private static let preamble = FormDifference(
        "skips what is before the first delimiter", by: FormLibrary.multipart,
        rule: "RFC 2046, 5.1.1: a preamble is no part; HTML, multipart/form-data encoding algorithm: none is written"
    ) {
        let opening = $0.input.dashes + FormInput.lineEnd
        return $0.isRefusal("preamble") && !$0.input.body.starts(with: opening)
            && !$0.input.body.starts(with: FormInput.lineEnd + opening)
    }

    private static let epilogue = FormDifference(
        "skips what is behind the last delimiter", by: FormLibrary.multipart,
        rule: "RFC 2046, 5.1.1: an epilogue is no part; HTML, multipart/form-data encoding algorithm: none is written"
    ) {
        guard $0.isRefusal("epilogue") else { return false }
        let lines = $0.input.lines
        guard let end = lines.firstRange(of: $0.input.closingDelimiter)?.upperBound else { return false }
        return end < lines.count && Array(lines[end...]) != FormInput.lineEnd
    }

    private static let cutEnd = FormDifference(
        "takes CR for the end of the last line", by: FormLibrary.multipart,
        rule: "RFC 2046, 5.1.1: what follows the last delimiter begins with CRLF; a CR is the half of one"
    ) {
        let end = $0.input.closingDelimiter + [UInt8(ascii: "\r")]
        return $0.isRefusal("incomplete") && $0.input.lines.suffix(end.count) == end[...]
    }

    private static let noPart = FormDifference(
        "reads a body without a part", by: FormLibrary.multipart,
        rule: "RFC 2046, 5.1.1: the grammar of multipart-body has one body-part at least"
    ) {
        guard case .weRefuse("incomplete", let theirs) = $0.subject else { return false }
        return theirs.isEmpty && $0.input.heads.isEmpty && $0.input.lines.contains($0.input.closingDelimiter)
    }

    private static let looseClose = FormDifference(
        "takes a last delimiter behind CR or LF", by: [.werkzeug],
        rule: "RFC 2046, 5.1.1: a boundary delimiter line MUST follow a CRLF"
    ) {
        guard $0.isRefusal("incomplete"), !$0.input.lines.contains($0.input.closingDelimiter) else { return false }
        let close = $0.input.dashes + FormInput.closing
        return $0.input.body.contains([UInt8(ascii: "\n")] + close)
            || $0.input.body.contains([UInt8(ascii: "\r")] + close)
    }
}
