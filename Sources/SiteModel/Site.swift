package import Forms

/// What all sites have in common.
package struct Site: Sendable, Hashable {
    package var name: LocalizedText
    /// Whether pages say that they are not those of the police. Nothing then names a real police host.
    package var demonstration: Bool
    /// Groups of forces, by the name that `only:` and `except:` may use.
    package var groups: [String: Set<ForceID>]
    /// National numbers, by name: what pages may name as `{{site.signposts.…}}`.
    package var signposts: [String: String]
    /// The page that "Exit this page" leads to; nil where the site names none.
    package var neutralPage: String?
    /// Whom to tell of a weakness of the site; nil where nobody has been named.
    package var security: SecurityContact?

    package init(
        name: LocalizedText, demonstration: Bool, groups: [String: Set<ForceID>], signposts: [String: String],
        neutralPage: String? = nil, security: SecurityContact?
    ) {
        self.name = name
        self.demonstration = demonstration
        self.groups = groups
        self.signposts = signposts
        self.neutralPage = neutralPage
        self.security = security
    }
}

extension Site {
    /// Folders beside the web roots that are none.
    package static let reservedFolders: Set<String> = ["intake"]
}

/// What `security.txt` says (RFC 9116).
package struct SecurityContact: Sendable, Hashable {
    /// A `mailto:`, `https:` or `tel:` URI.
    package var contact: String
    /// The day after which nobody should rely on it.
    package var expires: CalendarDate
    /// Where the rules for reporters stand.
    package var policy: String?

    package init(contact: String, expires: CalendarDate, policy: String?) {
        self.contact = contact
        self.expires = expires
        self.policy = policy
    }
}
