/// A header value with parameters: `kind; name=token; name="quoted"` (RFC 9110, section 5.6.6).
///
/// A quoted string ends at the next `"`, and a backslash in it is a backslash. RFC 9110, section 5.6.4, would let a
/// backslash escape what follows. But browsers write `"` as `%22` and leave a backslash alone (WHATWG HTML,
/// "multipart/form-data encoding algorithm"), so a file named `a\` arrives as `filename="a\"`. What an escaped quote
/// leaves behind the closing one is no parameter, and the value is refused: `"a\"b"` never becomes another name.
struct HeaderValue {
    /// What stands before the parameters, in lower case.
    let kind: String
    /// The parameters in their order. Names are in lower case, values as sent, without the quotes.
    private(set) var parameters: [(name: String, value: ArraySlice<UInt8>)] = []

    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        rest.dropBlanks()
        kind = Self.lowercase(rest.takePrefix { $0.isTokenCharacter || $0 == UInt8(ascii: "/") })
        guard !kind.isEmpty else { return nil }
        while true {
            rest.dropBlanks()
            guard let separator = rest.popFirst() else { return }
            guard separator == UInt8(ascii: ";") else { return nil }
            rest.dropBlanks()
            guard let first = rest.first else { return }
            if first == UInt8(ascii: ";") { continue }
            guard let parameter = Self.takeParameter(from: &rest) else { return nil }
            parameters.append(parameter)
        }
    }

    /// The values of all parameters of a name.
    func values(of name: String) -> [ArraySlice<UInt8>] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    static func lowercase(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }

    private static func takeParameter(
        from rest: inout ArraySlice<UInt8>
    ) -> (name: String, value: ArraySlice<UInt8>)? {
        let name = lowercase(rest.takePrefix(while: \.isTokenCharacter))
        guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { return nil }
        guard rest.first == UInt8(ascii: "\"") else {
            let token = rest.takePrefix(while: \.isTokenCharacter)
            return token.isEmpty ? nil : (name, token)
        }
        rest.removeFirst()
        let quoted = rest.takePrefix { $0 != UInt8(ascii: "\"") }
        return rest.popFirst() == nil ? nil : (name, quoted)
    }
}

extension UInt8 {
    /// A character of a token (RFC 9110, section 5.6.2).
    var isTokenCharacter: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }

    /// A space or a tab.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension ArraySlice<UInt8> {
    mutating func takePrefix(while belongs: (UInt8) -> Bool) -> Self {
        let taken = prefix(while: belongs)
        self = self[taken.endIndex...]
        return taken
    }

    mutating func dropBlanks() {
        self = drop(while: \.isBlank)
    }

    /// Without the spaces and tabs around it.
    var trimmed: Self {
        let end = lastIndex { !$0.isBlank }.map { $0 + 1 } ?? startIndex
        return self[..<end].drop(while: \.isBlank)
    }
}
