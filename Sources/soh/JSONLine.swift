import Foundation

/// An object of texts as one line of JSON with sorted keys.
struct JSONLine: CustomStringConvertible {
    private let members: [String: String]

    init(_ members: [String: String]) {
        self.members = members
    }

    var description: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(members)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
