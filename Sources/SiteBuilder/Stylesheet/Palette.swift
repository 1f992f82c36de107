import SiteModel

/// The colours that a stylesheet names: every custom property (CSS Custom Properties Level 1) whose value is `#rrggbb`,
/// in the light scheme and in the dark one, where those that are not named anew stay as they are.
struct Palette: Sendable {
    struct Named: Sendable {
        let colour: Colour
        /// Where it stands, from 1.
        let line: Int
        let column: Int
    }

    enum Scheme: String, Sendable, CaseIterable {
        case light, dark
    }

    private var schemes: [Scheme: [String: Named]] = [:]

    init(stylesheet: [UInt8]) {
        var light: [String: Named] = [:]
        var dark: [String: Named] = [:]
        // The first rule of the dark scheme begins with its media query and ends with the next brace alone on a line.
        var isDark = false
        let lines = String(decoding: stylesheet, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.contains("prefers-color-scheme: dark") { isDark = true }
            if line == "}" { isDark = false }
            // What paper looks like is no matter of screens.
            if line.contains("@media print") { break }
            for declaration in line.split(separator: ";") {
                guard let dashes = declaration.firstRange(of: "--") else { continue }
                let parts = declaration[dashes.upperBound...].split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { continue }
                let value = parts[1].drop { $0 == " " }.prefix { $0 != " " && $0 != "}" }
                guard let colour = Colour(hexadecimal: value) else { continue }
                let named = Named(
                    colour: colour, line: index + 1,
                    column: line.distance(from: line.startIndex, to: dashes.lowerBound) + 1)
                if isDark { dark[String(parts[0])] = named } else { light[String(parts[0])] = named }
            }
        }
        schemes[.light] = light
        schemes[.dark] = light.merging(dark) { _, own in own }
    }

    func callAsFunction(_ name: String, in scheme: Scheme) -> Named? { schemes[scheme]?[name] }

    /// What text stands on.
    static let surfaces = ["page", "sheet"]

    func surfaces(in scheme: Scheme) -> [Colour] { Self.surfaces.compactMap { self($0, in: scheme)?.colour } }
}
