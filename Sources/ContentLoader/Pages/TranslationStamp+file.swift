import Diagnostics
import Markdown

extension TranslationStamp {
    /// Why a twin cannot be stamped.
    package struct Refusal: Error, Sendable, Hashable {
        /// In lower case and without a full stop.
        package let message: String

        package init(message: String) {
            self.message = message
        }
    }

    /// What a twin is called, and what its English is.
    ///
    /// - Returns: Nil for a file that is no twin which carries a stamp.
    package static func english(of twin: String) -> (path: String, kind: Kind)? {
        if twin.hasSuffix(".cy.md"), !twin.contains("/blocks/") {
            return (twin.dropLast(".cy.md".count) + ".md", .page)
        }
        if twin.hasSuffix(".cy.yml"), twin.contains("questions/") {
            return (twin.dropLast(".cy.yml".count) + ".yml", .questionSet)
        }
        return nil
    }

    /// The text of a twin with the stamp of its English: in the place of one that is there, or else as the first key.
    ///
    /// - Throws: `Refusal` where the twin has no front matter.
    package static func stamping(
        _ twin: String, english: String, as kind: Kind
    ) throws(Refusal) -> String {
        let line = "source: \(stamp(of: english, as: kind))"
        var lines = twin.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
        let lineEnd = lines.first?.utf8.last == 0x0D ? "\r" : ""
        var first = 0
        var end = lines.count
        if kind == .page {
            do {
                end = try FrontMatter(splitting: twin).bodyLineOffset - 1
            } catch {
                throw Refusal(message: "it has no front matter")
            }
            first = 1
        }
        if let index = lines[first..<end].firstIndex(where: { $0.hasPrefix("source:") }) {
            lines[index] = line + lineEnd
        } else {
            // After the title, which every twin begins with.
            let title = lines[first..<end].firstIndex { $0.hasPrefix("title:") } ?? first - 1
            lines.insert(line + lineEnd, at: title + 1)
        }
        return lines.joined(separator: "\n")
    }
}
