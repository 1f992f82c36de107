/// What all web servers are told alike: which addresses are whose, and how much and how long they wait. PCRE and Go's
/// RE2 read the patterns in the same way.
enum Rules {
    /// What the intake answers.
    static let gateway = "^/(forms/|search(/cy)?$)"
    /// What is in Welsh.
    static let welsh = "^/(cy|(forms/[^/]+|search)/cy)(/|$)"

    /// The longest body of a request to the intake, in MB: what it takes, and a little more, so that its page tells
    /// what is too long.
    static let longestForm = 640
    /// The longest body of any other, in KB: nobody has a reason to send one.
    static let longestOther = 16

    /// How long the head of a request may take, in seconds.
    static let headTime = 15
    /// How long a sender may be silent in the middle of a body, or a reader in the middle of an answer, in seconds.
    static let silence = 30
    /// How long the intake may take to answer, in seconds.
    static let answerTime = 60

    /// What files with a digest in their name say: they never change (RFC 8246).
    static let forEver = "public, max-age=31536000, immutable"
    /// What pages say: ask whether there is a newer one.
    static let askAgain = "no-cache"
    /// What pages say that must not be found in the browser afterwards.
    static let forget = "no-store"

    /// A pattern of some URLs and what is below them; nil where there are none.
    static func pattern(below urls: Set<String>) -> String? {
        urls.isEmpty ? nil : "^(\(alternatives(urls)))(/|\\.html$|$)"
    }

    /// A pattern of some URLs, with or without the extension of their files; nil where there are none.
    static func pattern(of urls: Set<String>) -> String? {
        urls.isEmpty ? nil : "^(\(alternatives(urls)))(\\.html)?$"
    }

    /// URLs in groups, in their order, so that no pattern of one is longer than a limit.
    ///
    /// - Parameter longest: In bytes. nginx reads no parameter of more than 4,095 (`NGX_CONF_BUFFER`).
    static func groups(_ urls: Set<String>, longest: Int = 3_500) -> [Set<String>] {
        var groups: [Set<String>] = []
        var length = Int.max
        for url in urls.sorted() {
            let added = escaped(url).utf8.count + 1
            if length > longest - added {
                groups.append([])
                length = 0
            }
            groups[groups.count - 1].insert(url)
            length += added
        }
        return groups
    }

    static func alternatives(_ urls: Set<String>) -> String {
        urls.sorted().map(escaped).joined(separator: "|")
    }

    /// A text as a regular expression that only it matches.
    static func escaped(_ text: String) -> String {
        String(text.flatMap { #".\+*?()[]{}|^$"#.contains($0) ? ["\\", $0] : [$0] })
    }
}
