/// A name that stands in URLs, in folders and in answers: lower-case ASCII letters, digits and single hyphens between
/// them, starting with a letter, at most 64 bytes.
///
/// `Scope` keeps the id of a step from being used as that of a question.
package struct Identifier<Scope>: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    package init?(rawValue: String) {
        let parts = rawValue.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = rawValue.utf8.first, letters.contains(first), rawValue.utf8.count <= 64,
            parts.allSatisfy({ part in
                !part.isEmpty && part.allSatisfy { letters.contains($0) || digits.contains($0) }
            })
        else { return nil }
        self.rawValue = rawValue
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { rawValue }
}

extension Identifier: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let raw = try container.decode(String.self)
        guard let identifier = Self(rawValue: raw) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an identifier")
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension Identifier: CodingKeyRepresentable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package var codingKey: any CodingKey { Key(stringValue: rawValue) }

    package init?(codingKey: some CodingKey) { self.init(rawValue: codingKey.stringValue) }
}

package enum ForceScope {}
package enum FormScope {}
package enum StepScope {}
package enum QuestionScope {}

/// The id of a force, such as `gwent`: its folder in the content, its web root and its store.
package typealias ForceID = Identifier<ForceScope>
/// The id of a form, such as `burglary`, unique in the site.
package typealias FormID = Identifier<FormScope>
/// The id of a step, unique in its form.
package typealias StepID = Identifier<StepScope>
/// The id of a question, unique in its form.
package typealias QuestionID = Identifier<QuestionScope>
