extension FormDifference {
    /// What is refused in the head of a part, but for its disposition.
    static let heads = [headInContent, lineEnd, folding, header, repeatedHeader, transferEncoding, notText]

    private static let headInContent = FormDifference(
        "takes the head behind a bare part for content", by: [.pythonMultipart],
        rule: "RFC 2046, 5.1.1: body-part := MIME-part-headers [CRLF *OCTET], so a delimiter may follow the headers"
    ) {
        let isOfHead = $0.isRefusal(
            "disposition", "name", "header", "folding", "lineEnd", "notText", "repeatedHeader", "transferEncoding")
        return isOfHead && $0.input.heads.dropLast().contains { $0.isBare }
    }

    private static let lineEnd = FormDifference(
        "reads CR or LF in a header", by: FormLibrary.multipart,
        rule: "RFC 5322, 2.2: a field body MUST NOT include CR and LF except when used in folding"
    ) {
        $0.isRefusal("lineEnd")
            && $0.input.hasLine { $0.contains(UInt8(ascii: "\r")) || $0.contains(UInt8(ascii: "\n")) }
    }

    private static let folding = FormDifference(
        "joins folded lines", by: [.werkzeug],
        rule:
            "RFC 9112, 5.2: folding is obsolete in HTTP; HTML, multipart/form-data encoding algorithm: none is written"
    ) {
        $0.isRefusal("folding") && $0.input.hasLine { FormHeader.isBlank($0[0]) }
    }

    private static let header = FormDifference(
        "reads a line that is no header", by: [.werkzeug],
        rule: "RFC 9112, 5: field-line = field-name \":\" …, and RFC 9110, 5.1: field-name = token"
    ) {
        $0.isRefusal("header")
            && $0.input.hasLine { line in
                let name = line.prefix(while: FormHeader.isTokenByte)
                return name.isEmpty || line.dropFirst(name.count).first != UInt8(ascii: ":")
            }
    }

    private static let repeatedHeader = FormDifference(
        "takes one of two headers of a name", by: FormLibrary.multipart,
        rule: "RFC 9110, 5.3: a sender MUST NOT generate multiple field lines with the same name"
    ) {
        guard $0.isRefusal("repeatedHeader") else { return false }
        let names = ["content-disposition", "content-type", "content-transfer-encoding"]
        return $0.input.heads.contains { head in names.contains { head.values(of: $0).count > 1 } }
    }

    private static let transferEncoding = FormDifference(
        "decodes or passes over a transfer encoding", by: FormLibrary.multipart,
        rule: "RFC 7578, 4.7: senders SHOULD NOT generate any parts with a Content-Transfer-Encoding header field"
    ) {
        guard $0.isRefusal("transferEncoding") else { return false }
        let encodings = $0.input.heads.flatMap { $0.values(of: "content-transfer-encoding") }
        return encodings.contains { !["7bit", "8bit", "binary"].contains(trimmed($0)) }
    }

    private static let notText = FormDifference(
        "reads a head with a NUL, or that is not UTF-8", by: FormLibrary.multipart,
        rule: "RFC 7578, 5.1.1: form creators SHOULD use UTF-8 uniformly; RFC 9110, 5.5: a NUL is invalid"
    ) {
        $0.isRefusal("notText") && $0.input.hasLine { !isText($0) }
    }

    /// Without the blanks around it, in lower case.
    private static func trimmed(_ value: [UInt8]) -> String {
        let front = value.drop(while: FormHeader.isBlank)
        return FormHeader.lowercase(front.reversed().drop(while: FormHeader.isBlank).reversed())
    }

    static func isText(_ bytes: [UInt8]) -> Bool {
        !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    }
}
