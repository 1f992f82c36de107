extension FormDifference {
    /// Where the content of a part begins and ends.
    static let contents = [
        looseDelimiter, paddedDelimiter, barePart, refusedLooseDelimiter, refusedPadding, refusedBarePart,
    ]

    private static let looseDelimiter = FormDifference(
        "ends a part at a delimiter between CR or LF", by: [.werkzeug],
        rule: "RFC 2046, 5.1.1: a delimiter follows a CRLF and ends with one"
    ) {
        $0.isCut(at: .otherLineEnd)
    }

    private static let paddedDelimiter = FormDifference(
        "ends a part at a delimiter with blanks behind it", by: FormLibrary.multipart,
        rule: "RFC 2046, 5.1.1: composers MUST NOT generate transport padding, and HTTP has no gateway that adds any"
    ) {
        $0.isCut(at: .padding)
    }

    private static let barePart = FormDifference(
        "takes what follows a bare part for its content", by: [.pythonMultipart],
        rule: "RFC 2046, 5.1.1: body-part := MIME-part-headers [CRLF *OCTET], so a delimiter may follow the headers"
    ) {
        guard case .content(let part, let ours, let theirs) = $0.subject, ours.isEmpty else { return false }
        let heads = $0.input.heads
        return part < heads.count && heads[part].isBare && theirs.starts(with: $0.input.dashes)
    }

    private static let refusedLooseDelimiter = FormDifference(
        "finds no head behind a delimiter between CR or LF", by: [.werkzeug],
        rule: "RFC 2046, 5.1.1: a delimiter follows a CRLF and ends with one"
    ) { disagreement in
        disagreement.refusedParts.contains { disagreement.holds(.otherLineEnd, in: $0.bytes) }
    }

    private static let refusedPadding = FormDifference(
        "finds no head behind a delimiter with blanks", by: [.pythonMultipart],
        rule: "RFC 2046, 5.1.1: composers MUST NOT generate transport padding, and HTTP has no gateway that adds any"
    ) { disagreement in
        disagreement.refusedParts.contains { disagreement.holds(.padding, in: $0.bytes) }
    }

    private static let refusedBarePart = FormDifference(
        "misses the end behind a bare part", by: [.pythonMultipart],
        rule: "RFC 2046, 5.1.1: body-part := MIME-part-headers [CRLF *OCTET], so a delimiter may follow the headers"
    ) {
        $0.theirError == "Unfinished" && $0.input.heads.contains { $0.isBare }
    }
}
