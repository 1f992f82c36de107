/// A header value with parameters, read as RFC 9110, section 5.6.6, writes it. A quoted string ends at the next `"`
/// (WHATWG HTML, "multipart/form-data encoding algorithm", which writes every other `"` as `%22`).
struct FormHeader {
    /// In lower case.
    let kind: String
    private(set) var parameters: [(name: String, value: [UInt8])] = []

    /// Nil for what the grammar does not know.
    init?(_ value: [UInt8]) {
        var rest = value[...]
        Self.dropBlanks(&rest)
        let front = rest.prefix { Self.isTokenByte($0) || $0 == UInt8(ascii: "/") }
        guard !front.isEmpty else { return nil }
        kind = Self.lowercase(front)
        rest = rest[front.endIndex...]
        while true {
            Self.dropBlanks(&rest)
            guard let separator = rest.popFirst() else { return }
            guard separator == UInt8(ascii: ";") else { return nil }
            Self.dropBlanks(&rest)
            guard let first = rest.first else { return }
            if first == UInt8(ascii: ";") { continue }
            guard let parameter = Self.takeParameter(&rest) else { return nil }
            parameters.append(parameter)
        }
    }

    func values(of name: String) -> [[UInt8]] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isTokenByte)
    }

    static func isTokenByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    static func lowercase(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Array(bytes), as: UTF8.self).lowercased()
    }

    private static func dropBlanks(_ bytes: inout ArraySlice<UInt8>) {
        bytes = bytes.drop(while: isBlank)
    }

    private static func takeParameter(_ rest: inout ArraySlice<UInt8>) -> (name: String, value: [UInt8])? {
        let name = rest.prefix(while: isTokenByte)
        rest = rest[name.endIndex...]
        guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { return nil }
        guard rest.first == UInt8(ascii: "\"") else {
            let token = rest.prefix(while: isTokenByte)
            rest = rest[token.endIndex...]
            return token.isEmpty ? nil : (lowercase(name), Array(token))
        }
        let quoted = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
        guard quoted.endIndex < rest.endIndex else { return nil }
        rest = rest[(quoted.endIndex + 1)...]
        return (lowercase(name), Array(quoted))
    }
}
