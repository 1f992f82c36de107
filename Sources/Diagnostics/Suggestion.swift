/// "Did you mean …?": the known name that lies nearest to a mistyped one.
package enum Suggestion {
    /// The candidate nearest to `name`, if one is near enough to be meant: at most a third of its letters differ, and
    /// at least one may always differ. A swap of neighbours counts as one difference (optimal string alignment).
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let allowed = max(1, name.unicodeScalars.count / 3)
        return
            candidates
            .map { (distance: distance(name, $0), candidate: $0) }
            .filter { $0.distance <= allowed && $0.candidate != name }
            .min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?
            .candidate
    }

    /// A remedy for an unknown name: the nearest, or else the list of all that there are.
    package static func remedy(for name: String, among candidates: some Collection<String>) -> String {
        if let near = nearest(to: name, among: candidates) { return "did you mean '\(near)'?" }
        if candidates.isEmpty { return "there are none to choose from" }
        return "known here: \(candidates.sorted().joined(separator: ", "))"
    }

    private static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left.unicodeScalars)
        let b = Array(right.unicodeScalars)
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                let change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                row[j] = min(change, last[j] + 1, row[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
