/// A language that citizens are served in. The raw value is its BCP 47 tag.
package enum Language: String, Codable, Sendable, Hashable, CaseIterable, CodingKeyRepresentable {
    case english = "en"
    case welsh = "cy"
}
