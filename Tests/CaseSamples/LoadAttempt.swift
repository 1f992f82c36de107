package import CaseStore
package import Forms

/// A sample that `caseload` has sent or tried to send: what it takes to send it again.
package struct LoadAttempt: Sendable, Hashable {
    package let number: Int
    package let force: ForceID
    package let key: DraftKey

    package init(number: Int, force: ForceID, key: DraftKey) {
        self.number = number
        self.force = force
        self.key = key
    }

    init?(_ number: String, _ force: String, _ cookie: String) {
        guard let number = Int(number), let force = ForceID(rawValue: force), let key = DraftKey(cookie: cookie) else {
            return nil
        }
        self.init(number: number, force: force, key: key)
    }

    /// Reads `NUMBER:FORCE:COOKIE`.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return nil }
        self.init(parts[0], parts[1], parts[2])
    }

    /// `NUMBER:FORCE:COOKIE`.
    package var text: String { "\(number):\(force):\(key.cookie)" }
}
