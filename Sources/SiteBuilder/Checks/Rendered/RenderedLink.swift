/// Where an address in a drawn page leads.
enum RenderedLink: Sendable, Hashable {
    /// To the page itself, and there to an id if it names one; an empty fragment is the top of the page.
    case samePage(fragment: String?)
    /// Somewhere on the site: the address without its query and fragment.
    case site(path: String)
    /// To another host, or not to a page: whatever has a scheme, such as `tel:`.
    case elsewhere

    init(_ address: String) {
        let bytes = address.utf8
        let end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        let path = address[..<end].utf8.prefix { $0 != UInt8(ascii: "?") }
        if path.isEmpty {
            let fragment = end == bytes.endIndex ? nil : String(address[bytes.index(after: end)...])
            self = .samePage(fragment: fragment)
        } else if path.starts(with: "//".utf8) || Self.hasScheme(path) {
            self = .elsewhere
        } else {
            self = .site(path: String(Substring(path)))
        }
    }

    /// URL Standard, section 4.3: a scheme is a letter, then letters, digits, `+`, `-` or `.`, then a colon.
    private static func hasScheme(_ path: Substring.UTF8View) -> Bool {
        guard let first = path.first, isLetter(first) else { return false }
        let rest = path.drop { isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
        return rest.first == UInt8(ascii: ":")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

extension RenderedLink {
    /// Whether a fragment leads to an id of the page or to its top. It is tried as it stands and with its percent signs
    /// decoded (HTML, "Scrolling to a fragment").
    static func fragment(_ fragment: String, isAmong ids: Set<String>) -> Bool {
        if fragment.isEmpty || ids.contains(fragment) { return true }
        let decoded = percentDecoded(fragment)
        return ids.contains(decoded) || decoded.lowercased() == "top"
    }

    private static func percentDecoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
