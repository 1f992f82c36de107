extension StringProtocol {
    /// The text with every control character made visible, so that what a stranger wrote cannot steer a terminal.
    ///
    /// C0 controls become their picture (ESC is ␛), DEL is ␡, C1 controls and the marks that turn the direction of
    /// text become �. A tab becomes one space, so that columns stay what they were.
    package var printable: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09: text.unicodeScalars.append(" ")
            case 0x00..<0x20: text.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "�")
            case 0x7F: text.unicodeScalars.append("␡")
            case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: text.unicodeScalars.append("�")
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
