import Foundation

/// An object of texts and numbers as one line of JSON with sorted keys.
struct JSONLine: CustomStringConvertible {
    private struct Member: Encodable {
        let value: any Encodable & Sendable

        func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
    }

    private let members: [String: Member]

    init(_ texts: [String: String], numbers: [String: Int] = [:]) {
        let values = texts.mapValues { Member(value: $0) }
        members = values.merging(numbers.mapValues { Member(value: $0) }) { text, _ in text }
    }

    var description: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(members)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
