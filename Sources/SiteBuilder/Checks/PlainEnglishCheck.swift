import ContentLoader
import Diagnostics
import Forms
import Markdown
import PlainEnglish
import SiteModel

/// Holds what citizens read in English against the rules of `plain-english.yml`: jargon, long sentences, and pages that
/// are hard to read.
struct PlainEnglishCheck: Sendable {
    let content: SiteContent
    let rules: WritingRules
    let jobs: Int

    /// Nil where nobody has set rules.
    init?(_ content: SiteContent, jobs: Int) {
        guard let rules = content.writing else { return nil }
        self.content = content
        self.rules = rules
        self.jobs = jobs
    }

    func run(_ report: inout DiagnosticReport) {
        for found in content.pages.concurrentMap(jobs: jobs, { check($0) }) where !found.isEmpty {
            report.merge(found)
        }
        for blocks in content.blocks.values {
            for block in blocks.values {
                guard let body = block.bodies[.english] else { continue }
                tell(Reading(body.prose.bytes, phrases: rules.phrases), of: body, in: block.location.file, &report)
            }
        }
        guard let words = content.words[.english], let places = content.wordLocations[.english] else { return }
        for (key, place) in places {
            guard let text = words.texts[key] else { continue }
            tell(WrittenText(text: text, location: place), &report)
        }
    }

    private func check(_ page: SourcePage) -> DiagnosticReport {
        var report = DiagnosticReport()
        // What is made from another page says what strings say.
        guard page.companion == nil, page.list != .styleGuide else { return report }
        let english = page.english
        let reading = Reading(english.body.prose.bytes, phrases: rules.phrases)
        tell(reading, of: english.body, in: page.location.file, explained: page.explains, &report)
        if let ease = reading.ease, ease < Double(rules.readingEase) {
            report.warning(
                "hard-to-read", at: page.location,
                "the page is hard to read: its reading ease is \(Int(ease)), and \(rules.readingEase) is wanted",
                remedy: "make sentences shorter, and choose words of fewer syllables")
        }
        let words = [english.title, english.description].compactMap { $0 }
        for text in words { tell(.init(text: text, location: page.location), explained: page.explains, &report) }
        for text in page.form?.englishTexts ?? [] { tell(text, explained: page.explains, &report) }
        return report
    }

    /// Tells of what was found in Markdown, with the line and the column.
    private func tell(
        _ reading: Reading, of body: MarkdownBody, in file: String, explained: Set<String> = [],
        _ report: inout DiagnosticReport
    ) {
        tell(reading, of: body.prose.bytes, explained: explained, &report) { range in
            place(of: range, of: body, in: file)
        }
    }

    /// Tells of what was found in a text that has one place.
    private func tell(_ text: WrittenText, explained: Set<String> = [], _ report: inout DiagnosticReport) {
        let bytes = Array(text.text.utf8)
        let reading = Reading(bytes, phrases: rules.phrases)
        tell(reading, of: bytes, explained: explained, &report) { _ in text.location }
    }

    private func tell(
        _ reading: Reading, of text: [UInt8], explained: Set<String>, _ report: inout DiagnosticReport,
        place: (Range<Int>) -> SourceLocation
    ) {
        for match in reading.matches where !explained.contains(match.phrase) {
            report.warning(
                "jargon", at: place(match.range), "'\(match.phrase)' is jargon",
                remedy: "say '\(rules.instead[match.phrase] ?? "")', or explain it and name it under 'explains'")
        }
        for sentence in reading.sentences where sentence.words > rules.longestSentence {
            report.warning(
                "long-sentence", at: place(sentence.range),
                "\(sentence.words) words are in the sentence that begins with '\(text[sentence.range].beginning)'",
                remedy: "make two of it, or a list: \(rules.longestSentence) words are enough")
        }
    }

    /// Where words stand in their file: their line, and the column where the line has them as they are.
    private func place(of range: Range<Int>, of body: MarkdownBody, in file: String) -> SourceLocation {
        guard let line = body.prose.line(at: range.lowerBound) else { return SourceLocation(file: file) }
        let words = body.prose.bytes[range]
        let source = (try? SourceFolder.read(file)) ?? []
        let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard line <= lines.count else { return SourceLocation(file: file, line: line) }
        let text = String(decoding: lines[line - 1], as: UTF8.self)
        // Marks may stand between the words of the line.
        let found = [words.beginning, words.firstWord].lazy.compactMap { text.firstRange(of: $0) }.first
        let column = found.map { text.unicodeScalars.distance(from: text.startIndex, to: $0.lowerBound) + 1 }
        return SourceLocation(file: file, line: line, column: column)
    }
}

extension ArraySlice<UInt8> {
    /// The first words, enough to find them by.
    fileprivate var beginning: String {
        let words = split(separator: 0x20, maxSplits: 4)
        return words.prefix(4).map { String(decoding: $0, as: UTF8.self) }.prefix { !$0.contains(Prose.slot) }
            .joined(separator: " ")
    }

    fileprivate var firstWord: String { String(decoding: prefix { $0 != 0x20 }, as: UTF8.self) }
}
