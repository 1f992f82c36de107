/// HTML with named gaps, made once and filled many times by copying bytes.
///
/// A stencil is drawn by an ordinary template whose values are gaps: a name between two NUL bytes, which neither text nor
/// HTML of ours can hold. What fills a gap is HTML already. A section over a gap is there or not as it is filled.
package struct Stencil: Sendable {
    package enum Piece: Sendable, Hashable {
        case bytes([UInt8])
        case gap(String)
        /// The pieces up to `end` are written where the gap is set; where it is not, if `isInverted`.
        case section(String, isInverted: Bool, end: Int)
    }

    package private(set) var pieces: [Piece] = []

    /// The text that leaves a gap of that name in whatever it is written to.
    package static func mark(_ name: String) -> String { "\0\(name)\0" }

    static func ifMark(_ name: String) -> String { mark("?\(name)") }
    static func unlessMark(_ name: String) -> String { mark("!\(name)") }
    static let endMark = mark("/")

    package init(_ html: HTML) {
        let parts = html.bytes.split(separator: 0, omittingEmptySubsequences: false)
        var open: [Int] = []
        for (index, part) in parts.enumerated() {
            guard !index.isMultiple(of: 2) else {
                if !part.isEmpty { pieces.append(.bytes(Array(part))) }
                continue
            }
            let name = String(decoding: part.dropFirst(), as: UTF8.self)
            switch part.first {
            case UInt8(ascii: "?"), UInt8(ascii: "!"):
                open.append(pieces.count)
                pieces.append(.section(name, isInverted: part.first == UInt8(ascii: "!"), end: 0))
            case UInt8(ascii: "/"):
                guard let start = open.popLast(), case .section(let name, let isInverted, _) = pieces[start] else {
                    break
                }
                pieces[start] = .section(name, isInverted: isInverted, end: pieces.count)
            default: pieces.append(.gap(String(decoding: part, as: UTF8.self)))
            }
        }
    }

    /// The names of the gaps.
    package var gaps: Set<String> {
        Set(
            pieces.compactMap { piece in
                switch piece {
                case .bytes: nil
                case .gap(let name), .section(let name, _, _): name
                }
            })
    }

    /// Writes the stencil.
    ///
    /// - Parameters:
    ///   - isSet: Whether a section over a gap is wanted.
    ///   - write: Writes what fills a gap; a gap for which it writes nothing stays empty.
    package func fill(
        into output: inout [UInt8], isSet: (_ gap: String) -> Bool = { _ in false },
        _ write: (_ gap: String, _ output: inout [UInt8]) -> Void
    ) {
        var index = 0
        while index < pieces.count {
            switch pieces[index] {
            case .bytes(let bytes): output.append(contentsOf: bytes)
            case .gap(let name): write(name, &output)
            case .section(let name, let isInverted, let end):
                if isSet(name) == isInverted {
                    index = end
                    continue
                }
            }
            index += 1
        }
    }

    /// The stencil as it is kept in a file: what `init(_:)` reads.
    package var marked: HTML {
        var html = HTML()
        var ends: [Int] = []
        for (index, piece) in pieces.enumerated() {
            while ends.last == index {
                html.bytes.append(contentsOf: Self.endMark.utf8)
                ends.removeLast()
            }
            switch piece {
            case .bytes(let bytes): html.bytes.append(contentsOf: bytes)
            case .gap(let name): html.bytes.append(contentsOf: Self.mark(name).utf8)
            case .section(let name, let isInverted, let end):
                html.bytes.append(contentsOf: (isInverted ? Self.unlessMark(name) : Self.ifMark(name)).utf8)
                ends.append(end)
            }
        }
        for _ in ends { html.bytes.append(contentsOf: Self.endMark.utf8) }
        return html
    }
}
