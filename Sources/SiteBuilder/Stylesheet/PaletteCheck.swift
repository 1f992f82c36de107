import Diagnostics
import SiteModel

/// Checks that whoever sees badly, or reads in the sun, can tell the colours of a stylesheet apart (WCAG 2.2, 1.4.3 and
/// 1.4.11), in both schemes. A colour that the stylesheet does not name is not asked for.
struct PaletteCheck {
    private let palette: Palette
    private let file: String

    init(_ stylesheet: [UInt8], file: String) {
        palette = Palette(stylesheet: stylesheet)
        self.file = file
    }

    /// The least contrast of what is no text but has to be seen: the edge of a field, the mark of an option.
    static let shape = 3.0

    /// What stands on what. `on-…` names always stand on what they are named for.
    private static let pairs: [(front: String, back: String, ratio: Double)] =
        ["ink", "soft", "link", "alarm", "accent"].flatMap { front in
            Palette.surfaces.map { (front, $0, Colour.textContrast) }
        }
        + ["edge", "action"].flatMap { front in Palette.surfaces.map { (front, $0, shape) } }
        + ["ink", "link", "alarm"].map { ($0, "alarm-soft", Colour.textContrast) }
        + ["brand", "action", "alarm", "notice"].map { ("on-\($0)", $0, Colour.textContrast) }
        + [("on-action", "deep", Colour.textContrast)]

    func run(_ report: inout DiagnosticReport) {
        for scheme in Palette.Scheme.allCases {
            for (front, back, ratio) in Self.pairs {
                guard let one = palette(front, in: scheme), let other = palette(back, in: scheme) else { continue }
                let contrast = one.colour.contrast(with: other.colour)
                guard contrast < ratio else { continue }
                let later = one.line >= other.line ? one : other
                report.error(
                    "low-contrast", at: SourceLocation(file: file, line: later.line, column: later.column),
                    "--\(front) on --\(back) has a contrast of \(contrast.oneDecimal) in the \(scheme.rawValue) scheme, "
                        + "and needs \(ratio.oneDecimal)",
                    remedy: "make one of them lighter or darker")
            }
        }
    }
}

extension Double {
    /// Rounded down, so that what is too little never reads as enough.
    var oneDecimal: String { "\(Int(self)).\(Int(self * 10) % 10)" }
}
