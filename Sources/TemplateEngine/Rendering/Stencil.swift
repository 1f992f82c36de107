/// HTML with named gaps, made once and filled many times by copying bytes.
///
/// A stencil is drawn by an ordinary template whose values are marks: a name between two NUL bytes, which neither
/// text nor HTML of ours can hold. What fills a gap is HTML already.
package struct Stencil: Sendable {
    package enum Piece: Sendable, Hashable {
        case bytes([UInt8])
        case gap(String)
    }

    package let pieces: [Piece]

    /// The text that leaves a gap of that name in whatever it is written to.
    package static func mark(_ name: String) -> String { "\0\(name)\0" }

    package init(_ html: HTML) {
        let parts = html.bytes.split(separator: 0, omittingEmptySubsequences: false)
        pieces = parts.enumerated().compactMap { index, part in
            if !index.isMultiple(of: 2) { return .gap(String(decoding: part, as: UTF8.self)) }
            return part.isEmpty ? nil : .bytes(Array(part))
        }
    }

    /// The names of the gaps.
    package var gaps: Set<String> {
        Set(pieces.compactMap { if case .gap(let name) = $0 { name } else { nil } })
    }

    /// Writes the stencil.
    ///
    /// - Parameter write: Writes what fills a gap; a gap for which it writes nothing stays empty.
    package func fill(into output: inout [UInt8], _ write: (_ gap: String, _ output: inout [UInt8]) -> Void) {
        for piece in pieces {
            switch piece {
            case .bytes(let bytes): output.append(contentsOf: bytes)
            case .gap(let name): write(name, &output)
            }
        }
    }

    /// The stencil as it is kept in a file: what `init(_:)` reads.
    package var marked: HTML {
        var html = HTML()
        fill(into: &html.bytes) { gap, output in output.append(contentsOf: Self.mark(gap).utf8) }
        return html
    }
}
