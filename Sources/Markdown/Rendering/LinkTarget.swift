/// What the target of a link leads to.
enum LinkTarget: Equatable {
    /// A page of the same site; an empty path is the page itself.
    case page(path: String, fragment: String?)
    /// A file of `assets/`, by its path below that.
    case file(String)
    /// `tel:` or `sms:`.
    case telephone
    /// `https:`, `http:` or `mailto:`.
    case external
    /// Anything else, `javascript:` before all.
    case refused

    /// What the path of a file begins with.
    static let files = "/assets/"

    init(_ target: String) {
        if target.hasPrefix("#") {
            self = .page(path: "", fragment: String(target.dropFirst()))
        } else if target.hasPrefix(Self.files) {
            self = .file(String(target.dropFirst(Self.files.count)))
        } else if target.hasPrefix("/"), !target.hasPrefix("//") {
            let halves = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            self = .page(path: String(halves[0]), fragment: halves.count > 1 ? String(halves[1]) : nil)
        } else {
            let scheme = target.prefix { $0 != ":" }
            guard scheme.endIndex < target.endIndex else {
                self = .refused
                return
            }
            self =
                switch scheme.lowercased() {
                case "tel", "sms": .telephone
                case "http", "https": Self.isWellFormed(target.dropFirst(scheme.count + 1)) ? .external : .refused
                case "mailto": target.contains("@") ? .external : .refused
                default: .refused
                }
        }
    }

    /// Whether what follows `https:` has a host. Nobody asks whether the page is there.
    private static func isWellFormed(_ rest: Substring) -> Bool {
        guard rest.hasPrefix("//") else { return false }
        let host = rest.dropFirst(2).prefix { !"/?#".contains($0) }
        return !host.isEmpty && host.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "@") }
    }
}
