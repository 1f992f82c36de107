/// Reads the header block of one part, from pieces of any length (RFC 7578, sections 4.2 to 4.8).
///
/// Stricter than RFC 5322 on purpose: lines end with CRLF alone, none is folded, none of the headers that count is
/// there twice. Two readers of such a block could disagree about what it says.
struct PartHeadReader: Sendable {
    private var line: [UInt8] = []
    private var lines = 0
    private var length = 0
    private var hasReturn = false
    private var disposition: Disposition?
    private var contentType: String?
    private var hasTransferEncoding = false

    private struct Disposition {
        let name: String
        let filename: String?
    }

    /// Takes bytes up to the end of the block, and not beyond.
    ///
    /// - Returns: The head, or nil once `input` is empty and the block not yet whole.
    mutating func take(
        from input: inout ArraySlice<UInt8>, limits: MultipartLimits
    ) throws(FormRefusal) -> PartHead? {
        while let byte = input.popFirst() {
            length += 1
            guard length <= limits.header else { throw .tooLarge(.header) }
            switch (byte, hasReturn) {
            case (UInt8(ascii: "\n"), true):
                hasReturn = false
                if line.isEmpty { return try head() }
                try endLine(limits)
            case (UInt8(ascii: "\n"), false), (_, true): throw .malformed(.lineEnd)
            case (UInt8(ascii: "\r"), false): hasReturn = true
            case (0, false): throw .notText
            default: line.append(byte)
            }
        }
        return nil
    }

    private func head() throws(FormRefusal) -> PartHead {
        guard let disposition else { throw .malformed(.disposition) }
        return PartHead(name: disposition.name, filename: disposition.filename, contentType: contentType)
    }

    private mutating func endLine(_ limits: MultipartLimits) throws(FormRefusal) {
        lines += 1
        guard lines <= limits.headerLines else { throw .tooLarge(.headerLines) }
        defer { line.removeAll(keepingCapacity: true) }
        guard line.first?.isBlank == false else { throw .malformed(.folding) }
        var value = line[...]
        let name = value.takePrefix(while: \.isTokenCharacter)
        guard !name.isEmpty, value.popFirst() == UInt8(ascii: ":") else { throw .malformed(.header) }
        guard let text = String(validating: value.trimmed, as: UTF8.self) else { throw .notText }
        switch HeaderValue.lowercase(name) {
        case "content-disposition":
            guard disposition == nil else { throw .malformed(.repeatedHeader) }
            disposition = try Self.disposition(value, limits)
        case "content-type":
            guard contentType == nil else { throw .malformed(.repeatedHeader) }
            contentType = text
        case "content-transfer-encoding":
            guard !hasTransferEncoding else { throw .malformed(.repeatedHeader) }
            hasTransferEncoding = true
            guard ["7bit", "8bit", "binary"].contains(text.lowercased()) else { throw .malformed(.transferEncoding) }
        default: break
        }
    }

    private static func disposition(
        _ value: ArraySlice<UInt8>, _ limits: MultipartLimits
    ) throws(FormRefusal) -> Disposition {
        guard let header = HeaderValue(value), header.kind == "form-data" else { throw .malformed(.disposition) }
        let names = header.values(of: "name")
        let filenames = header.values(of: "filename")
        guard names.count <= 1, filenames.count <= 1 else { throw .malformed(.disposition) }
        guard let name = names.first, !name.isEmpty else { throw .malformed(.name) }
        guard name.count <= limits.name else { throw .tooLarge(.name) }
        let filename = filenames.first
        guard (filename?.count ?? 0) <= limits.fileName else { throw .tooLarge(.fileName) }
        return Disposition(
            name: String(decoding: name, as: UTF8.self),
            filename: filename.map { String(decoding: $0, as: UTF8.self) })
    }
}
