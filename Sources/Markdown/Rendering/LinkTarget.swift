/// What the target of a link leads to.
enum LinkTarget: Equatable {
    /// A page of the same site; an empty path is the page itself.
    case page(path: String, fragment: String?)
    /// `tel:` or `sms:`.
    case telephone
    /// `https:`, `http:` or `mailto:`.
    case external
    /// Anything else, `javascript:` before all.
    case refused

    init(_ target: String) {
        if target.hasPrefix("#") {
            self = .page(path: "", fragment: String(target.dropFirst()))
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
                case "http", "https", "mailto": .external
                default: .refused
                }
        }
    }
}
