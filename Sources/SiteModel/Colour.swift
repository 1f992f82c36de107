import Glibc

/// A colour of the sRGB space, without transparency.
package struct Colour: Sendable, Hashable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The least contrast of text with what it stands on (WCAG 2.2, 1.4.3).
    package static let textContrast = 4.5

    package static let white = Colour(red: 255, green: 255, blue: 255)
    package static let black = Colour(red: 0, green: 0, blue: 0)

    /// Reads `#rrggbb` or `#rgb` (CSS Color Level 4, 5.2); nil for anything else.
    package init?(hexadecimal text: some StringProtocol) {
        guard text.first == "#" else { return nil }
        let digits = text.dropFirst().utf8.map { UInt8(hexadecimalDigit: $0) }
        let known = digits.compactMap(\.self)
        guard known.count == digits.count else { return nil }
        switch known.count {
        case 3: self.init(red: known[0] * 17, green: known[1] * 17, blue: known[2] * 17)
        case 6:
            self.init(
                red: known[0] << 4 | known[1], green: known[2] << 4 | known[3], blue: known[4] << 4 | known[5])
        default: return nil
        }
    }

    package var hexadecimal: String {
        let digits = Array("0123456789abcdef")
        return "#" + [red, green, blue].map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
    }

    /// How light the colour is, from 0 to 1 (WCAG 2.2, relative luminance).
    package var luminance: Double {
        Self.light[Int(red)] * 0.2126 + Self.light[Int(green)] * 0.7152 + Self.light[Int(blue)] * 0.0722
    }

    /// How well two colours can be told apart, from 1 to 21 (WCAG 2.2, contrast ratio).
    package func contrast(with other: Colour) -> Double {
        let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// The first mixture with another colour, in steps of a sixteenth, that has a contrast with all of these surfaces.
    package func mixed(with other: Colour, untilContrast ratio: Double, with surfaces: [Colour]) -> Colour {
        let mixtures = (0...16).lazy.map { share in self.mixed(with: other, sixteenths: share) }
        return mixtures.first { mixture in surfaces.allSatisfy { mixture.contrast(with: $0) >= ratio } } ?? other
    }

    private func mixed(with other: Colour, sixteenths share: Int) -> Colour {
        let mix = { (one: UInt8, two: UInt8) in UInt8((Int(one) * (16 - share) + Int(two) * share) / 16) }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The share of light of each value of a channel (IEC 61966-2-1).
    private static let light: [Double] = (0...255).map { value in
        let channel = Double(value) / 255
        return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
}

extension UInt8 {
    fileprivate init?(hexadecimalDigit digit: UInt8) {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self = digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self = digit - UInt8(ascii: "A") + 10
        default: return nil
        }
    }
}
