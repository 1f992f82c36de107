import Forms
import SiteModel

/// The rules that give each force its own accent: a few bytes a force at the end of the one stylesheet, which stays the
/// same file for all of them.
struct ForceAccents {
    private let palette: Palette

    init(_ palette: Palette) {
        self.palette = palette
    }

    /// Forces with one accent share its rules.
    func rules(for forces: [Force]) -> [UInt8] {
        var ids: [Colour: [ForceID]] = [:]
        for force in forces {
            if let accent = force.accent { ids[accent, default: []].append(force.id) }
        }
        let groups = ids.map { (ids: $0.value.sorted { $0.rawValue < $1.rawValue }, accent: $0.key) }
            .sorted { ($0.ids.first?.rawValue ?? "") < ($1.ids.first?.rawValue ?? "") }
        guard !groups.isEmpty else { return [] }
        let light = groups.map { ids, accent in
            "\(selector(ids)){--brand:\(accent.hexadecimal);--accent:\(tone(of: accent, in: .light).hexadecimal)}\n"
        }
        let dark = groups.map { ids, accent in
            "\(selector(ids)){--accent:\(tone(of: accent, in: .dark).hexadecimal)}\n"
        }
        let text = light.joined() + "@media (prefers-color-scheme: dark) {\n" + dark.joined() + "}\n"
        return Array("\n/* Accents */\n@media screen {\n\(text)}\n".utf8)
    }

    /// The accent as text and marks of it have to be, to be seen on the surfaces of a scheme.
    private func tone(of accent: Colour, in scheme: Palette.Scheme) -> Colour {
        accent.mixed(
            with: scheme == .light ? .black : .white, untilContrast: Colour.textContrast,
            with: palette.surfaces(in: scheme))
    }

    private func selector(_ ids: [ForceID]) -> String {
        ids.map { "[data-force=\($0)]" }.joined(separator: ",")
    }
}
