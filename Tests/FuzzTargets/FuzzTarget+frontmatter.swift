import Diagnostics
import Forms
import Markdown

@testable import ContentLoader

extension FuzzTarget {
    /// A page: its front matter, the YAML in it with a form or without, and its body. A byte 0x1C ends the English
    /// page; its Welsh twin follows.
    static let frontmatter = FuzzTarget("frontmatter") { bytes in
        let halves = bytes.split(separator: 0x1C, maxSplits: 1, omittingEmptySubsequences: false).map { Array($0) }
        for half in halves { Self.checkSplitting(half) }
        let page = SourceFolder.File(path: "report/a.md", shown: "a.md", bytes: halves[0])
        let twin = halves.dropFirst().first.map {
            SourceFolder.File(path: "report/a.cy.md", shown: "a.cy.md", bytes: $0)
        }
        let source = PageReader.Source(file: page, twin: twin, path: Self.path, isFront: false, origin: .national)
        let (read, report) = Self.reader.page(source)
        precondition(read != nil || report.hasErrors, "a page is missing and no fault says why")
        for fault in report.sorted {
            let location = fault.location
            guard let file = [page, twin].compactMap({ $0 }).first(where: { $0.shown == location.file }) else {
                preconditionFailure("a fault in another file")
            }
            // cmark puts what ends with the file behind its last line.
            let lines = 1...(Self.lineCount(of: file.bytes) + 1)
            precondition(location.line.map { lines.contains($0) } ?? true, "a fault outside of its file")
        }
    }

    private static let reader = PageReader(
        forms: FormReader(sets: [:]), matter: PageMatter(audiences: ["wales": []]), slots: SiteSlots([]))

    private static let path = {
        guard let path = PagePath("/report/a") else { preconditionFailure("no path") }
        return path
    }()

    private static func checkSplitting(_ file: [UInt8]) {
        guard let text = String(validating: file, as: UTF8.self), let matter = try? FrontMatter(splitting: text) else {
            return
        }
        precondition(matter.yamlLineOffset == 1, "the YAML does not begin behind the first line")
        let yamlLines = matter.yaml.utf8.count { $0 == UInt8(ascii: "\n") }
        precondition(matter.bodyLineOffset == yamlLines + 2, "the body does not begin where it says")
        let body = Array(matter.body.utf8)
        precondition(withoutCRLF(file).suffix(body.count) == body[...], "the body is not the end of the file")
    }

    private static func withoutCRLF(_ text: [UInt8]) -> [UInt8] {
        zip(text, text.dropFirst() + [0]).compactMap { $0 == 0x0D && $1 == 0x0A ? nil : $0 }
    }

    /// How many lines a file has, whoever counts: for YAML 1.1, NEL, LS and PS end one too (section 5.4).
    private static func lineCount(of file: [UInt8]) -> Int {
        let breaks = String(decoding: file, as: UTF8.self).unicodeScalars.count { scalar in
            ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
        }
        return breaks + 1
    }
}
