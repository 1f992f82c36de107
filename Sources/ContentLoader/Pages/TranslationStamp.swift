import Diagnostics
import Markdown

/// The stamp of a Welsh twin: the digest of the English that it was made from.
package enum TranslationStamp {
    /// What the English of a twin is.
    package enum Kind: Sendable {
        /// A page: keys of its front matter that say nothing to citizens do not count.
        case page
        /// A question set: every line counts.
        case questionSet
    }

    /// The stamp for a twin of this English source.
    package static func stamp(of source: String, as kind: Kind) -> String {
        var text = source.replacing("\r\n", with: "\n")
        if kind == .page, let matter = try? FrontMatter(splitting: source) {
            text = meaningful(matter.yaml) + "---\n" + matter.body
        }
        return "sha256:\(Digest(of: Array(text.utf8)).hexadecimal)"
    }

    /// Front matter without the keys that leave a translation as good as it was, and the lines below them.
    private static func meaningful(_ yaml: String) -> String {
        var kept = ""
        var isDropping = false
        for line in yaml.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            let isNewKey = line.first.map { !$0.isWhitespace && $0 != "-" } ?? false
            if isNewKey {
                let key = line.prefix { $0 != ":" }
                isDropping = PageMatter.keysOfUpkeep.contains(String(key))
            }
            if !isDropping { kept += line + "\n" }
        }
        return kept
    }

    /// Warns of a twin whose English has changed since, or that was never stamped.
    static func check(
        _ twin: YAMLMapping, of english: SourceFolder.File, as kind: Kind, _ report: inout DiagnosticReport
    ) {
        let remedy = "bring the Welsh up to date, then run: soh forms stamp \(twin.location.file)"
        guard let value = twin["source"], let stamp = value.text(&report) else {
            return report.warning(
                "unstamped-translation", at: SourceLocation(file: twin.location.file, line: 1),
                "nothing says which English this was made from", remedy: remedy)
        }
        guard let text = String(validating: english.bytes, as: UTF8.self), stamp != self.stamp(of: text, as: kind)
        else { return }
        report.warning(
            "stale-translation", at: value.location, "\(english.shown) has changed since this was made from it",
            remedy: remedy)
    }
}
