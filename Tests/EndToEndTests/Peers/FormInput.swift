/// The input of a case as the standards cut it: what the rules about differences look at.
struct FormInput {
    /// The head of a part: what stands between a delimiter and the first empty line.
    struct Head {
        let lines: [[UInt8]]
        /// Whether a delimiter follows at once, without a line end of its own.
        let isBare: Bool

        /// The values of all headers of a name.
        ///
        /// - Parameter name: In lower case.
        func values(of name: String) -> [[UInt8]] {
            let front = name.utf8.count + 1
            return lines.filter { FormHeader.lowercase($0.prefix(front)) == name + ":" }
                .map { Array($0.dropFirst(front)) }
        }
    }

    let isURLEncoded: Bool
    let type: FormHeader?
    let body: [UInt8]
    /// `--` and the boundary.
    let dashes: [UInt8]
    private(set) var heads: [Head] = []

    static let lineEnd = Array("\r\n".utf8)
    static let closing = Array("--".utf8)

    init(_ item: FormCase) {
        isURLEncoded = item.type == FormCase.urlEncodedType
        type = FormHeader(Array(item.type.utf8))
        body = item.body
        let said = type?.values(of: "boundary") ?? []
        dashes = Self.closing + (said.count == 1 ? said[0] : item.boundary)
        if !isURLEncoded { readHeads() }
    }

    /// The body with the line end before it that a delimiter at its beginning does without.
    var lines: [UInt8] { Self.lineEnd + body }
    /// A delimiter without what follows the boundary.
    var delimiter: [UInt8] { Self.lineEnd + dashes }
    var closingDelimiter: [UInt8] { delimiter + Self.closing }
    var dispositions: [[UInt8]] { heads.flatMap { $0.values(of: "content-disposition") } }
    /// What of the dispositions is in the grammar.
    var readDispositions: [FormHeader] { dispositions.compactMap { FormHeader($0) } }

    /// The disposition of the part of a number; empty if there is none.
    func disposition(of part: Int) -> [UInt8] {
        part < heads.count ? heads[part].values(of: "content-disposition").first ?? [] : []
    }

    func hasLine(where belongs: ([UInt8]) -> Bool) -> Bool {
        heads.contains { $0.lines.contains(where: belongs) }
    }

    private mutating func readHeads() {
        let view = lines
        let opening = delimiter + Self.lineEnd
        var rest = view[...]
        while let start = rest.firstRange(of: opening)?.upperBound {
            // The line end of the delimiter is the first half of an empty line, if the head is empty.
            let end = view[(start - 2)...].firstRange(of: Self.lineEnd + Self.lineEnd)?.lowerBound
            let block = Array(view[start..<max(start, end ?? view.endIndex)])
            let follows = end.map { Array(view[($0 + 2)...].prefix(delimiter.count + 2)) } ?? []
            heads.append(
                Head(
                    lines: block.split(separator: Self.lineEnd).map { Array($0) },
                    isBare: follows == opening || follows == closingDelimiter))
            guard let end else { return }
            rest = view[max(start - 2, end + 2)...]
        }
    }
}
