/// The words of a body as people read them, without marks: what is measured for how hard it is to read.
///
/// Each paragraph, heading, item and cell is a line of its own. A slot is one word that says nothing, and what stands
/// between the marks of code is left out.
package struct Prose: Sendable {
    /// What stands for a slot: OBJECT REPLACEMENT CHARACTER.
    package static let slot = "\u{FFFC}"

    /// UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// Where the words of each line of the source begin.
    private var lines: [(offset: Int, line: Int)] = []

    /// The line of the file that some words come from, from 1; nil where there are none.
    ///
    /// - Parameter offset: Where the words begin among the bytes.
    package func line(at offset: Int) -> Int? {
        lines.last { $0.offset <= offset }?.line
    }

    mutating func append(_ text: some Sequence<UInt8>, line: Int) {
        if lines.last?.line != line { lines.append((bytes.count, line)) }
        bytes.append(contentsOf: text)
    }

    mutating func appendSpace() {
        if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
    }

    mutating func endLine() {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }
}
