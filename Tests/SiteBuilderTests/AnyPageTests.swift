import Diagnostics
import Forms
import Foundation
import SiteModel
import TemplateEngine
import TestSupport
import Testing

@testable import ContentLoader
@testable import SiteBuilder

/// Whatever a file holds and whatever a fact says, nothing breaks and nothing gets out of its place.
@Suite struct AnyPageTests {
    private static let pieces = [
        "---\n", "title: Home\n", "title:", "form:\n  code: ABC\n  next: x\n  steps:\n", "    - id: a\n",
        "      questions:\n",
        "        - { id: q, kind: yes-no, label: L }\n", "      exits:\n", "- ", "  ", "\t", "{", "}", "[", "]", ": ",
        "&a ",
        "*a", "<<: *a\n", "!!binary x\n", "|\n", ">\n", "\"", "'", "#", "\n", "\r\n", "é", "\u{0}", "\u{FEFF}",
        "aliases: [/a]\n",
        "review-by: 2027-03-01\n", "only: [gwent]\n", "list: a-z\n", "> [!warning] x\n", "{{force.name}}",
        "{{> block:a}}\n",
        "[a](/b){optional}", "![a](/assets/b.png)", "? a\n", "- - - a\n", "%YAML 1.2\n",
    ]

    @Test func noBytesOfAPageCrashTheReader() {
        var generator = SeededGenerator(seed: 11)
        let reader = PageReader(forms: FormReader(sets: [:]), matter: PageMatter(audiences: [:]), slots: SiteSlots([]))
        for _ in 0..<4_000 {
            let (page, twin) = (Self.file("a.md", &generator), Self.file("a.cy.md", &generator))
            let source = PageReader.Source(
                file: page, twin: Bool.random(using: &generator) ? twin : nil, path: .home, isFront: true,
                origin: .national)
            let (read, report) = reader.page(source)
            #expect(read != nil || report.hasErrors)
            for fault in report.sorted {
                let file = fault.location.file == page.shown ? page : twin
                let lines = file.bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
                #expect((fault.location.line ?? 1) <= lines + 1, "\(fault)")
            }
        }
    }

    private static func file(_ name: String, _ generator: inout SeededGenerator) -> SourceFolder.File {
        var bytes = Bool.random(using: &generator) ? Array("---\ntitle: A\n".utf8) : []
        for _ in 0..<Int.random(in: 0...24, using: &generator) {
            if Int.random(in: 0...9, using: &generator) == 0 {
                bytes += (0..<4).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            } else {
                bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
            }
        }
        return SourceFolder.File(path: name, shown: name, bytes: bytes)
    }

    @Test func noFactGetsOutOfItsPlace() throws {
        var generator = SeededGenerator(seed: 12)
        let pieces = [
            "\"", "'", "<", ">", "&", " ", "/", "?", "#", "%", "javascript:", "\u{301}", "\r\n", "é", "👮", "a", "0",
        ]
        for _ in 0..<2_000 {
            var value = ""
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                value += pieces.randomElement(using: &generator) ?? ""
            }
            let force = Force(
                id: try #require(ForceID(rawValue: "gwent")), code: try #require(LetterCode(rawValue: "GWE")),
                name: LocalizedText("Gwent"), kind: .territorial, ons: nil, host: "gwent.example",
                languages: [.english],
                facts: ["x": value], servicesOff: [])
            let gaps = SlotValues.gaps(of: force, in: .english)
            let text = { (name: String) in String(decoding: gaps[name]?.bytes ?? [], as: UTF8.self) }
            for name in ["force.facts.x", "force.facts.x|url", "force.facts.x|telephone"] {
                #expect(gaps[name]?.bytes.contains { "\"'<>".utf8.contains($0) } == false)
            }
            let url = text("force.facts.x|url")
            #expect(url.utf8.allSatisfy { $0 < 0x7F && $0 > 0x20 && !"/?#&:".utf8.contains($0) })
            #expect(url.removingPercentEncoding == value, "and it says what the fact says")
            #expect(!text("force.facts.x|telephone").contains(" "))
        }
    }
}
