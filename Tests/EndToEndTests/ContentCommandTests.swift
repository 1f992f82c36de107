import Foundation
import TestSupport
import Testing

/// The commands for those who write the content.
extension EndToEnd {
    @Suite struct ContentCommandTests {
        /// Our own content with a few things more, those of one force among them.
        private static let additions: FileTree = [
            "Content/national/benches.md": "---\ntitle: Benches\n---\nSit down.\n\nHave a rest.\n",
            "Content/national/parks.md": "---\ntitle: Parks\n---\nGo for a walk.\n\n{{> block:park-hours}}\n",
            "Content/national/parks.cy.md":
                "---\ntitle: Parciau\nslug: parciau\n---\nEwch am dro.\n\n{{> block:park-hours}}\n",
            "Content/national/wales.md": "---\ntitle: For Wales\nonly: wales\n---\nHello.\n",
            "Content/forces/suffolk/pages/benches.md":
                "---\ntitle: Benches in Suffolk\nowner: the web team\nreviewed: 2026-11-01\n---\nSit down.\n\nOr stand.\n",
            "Content/forces/suffolk/pages/counters.md": "---\ntitle: Our counters\n---\nCome in.\n",
            "Content/forces/suffolk/blocks/park-hours.md": "Until nine.\n",
        ]

        private func withContent(_ more: FileTree = [:], _ body: (_ folder: String) async throws -> Void) async throws {
            try await withTemporaryFolder { folder in
                for name in ["Content", "Templates"] {
                    try FileManager.default.copyItem(atPath: "\(Program.root)/\(name)", toPath: "\(folder)/\(name)")
                }
                try more.write(to: folder)
                try await body(folder)
            }
        }

        private func soh(_ arguments: String..., in folder: String) async throws -> Program.Outcome {
            try await Program.run("soh", arguments, in: folder)
        }

        private static let day = "--as-of=2026-11-23"

        @Test func explainTellsWhatMadeAPage() async throws {
            try await withContent(Self.additions) { folder in
                let replaced = try await soh("explain", "suffolk", "/benches", Self.day, in: folder)
                #expect(
                    replaced.output == """
                        /benches  →  suffolk/benches.html
                          page         Content/forces/suffolk/pages/benches.md
                          replaces     Content/national/benches.md
                          template     Templates/layout.mustache
                          template     Templates/page.mustache
                          strings      Content/strings.en.yml
                          facts        Content/forces/suffolk/force.yml
                          - owned by the web team
                          - last reviewed on 2026-11-01
                          - no other force has the same pages

                        """)
                #expect(replaced.status == 0 && replaced.errors == "")
                let welsh = try await soh("explain", "south-wales", "/cy/parciau", Self.day, in: folder)
                #expect(
                    welsh.output == """
                        /cy/parciau  →  south-wales/cy/parciau.html
                          page         Content/national/parks.md
                          translation  Content/national/parks.cy.md
                          block        park-hours, which south-wales leaves empty
                          template     Templates/layout.mustache
                          template     Templates/page.mustache
                          strings      Content/strings.cy.yml
                          facts        Content/forces/south-wales/force.yml
                          - no other force has the same pages

                        """)
                let english = try await soh("explain", "south-wales", "/cy/wales", Self.day, in: folder)
                #expect(english.output.contains("  template     Templates/untranslated.mustache\n"))
                #expect(english.output.contains("  - not translated: shown in English\n"))
                #expect(english.output.contains("  - limited by 'only' or 'except' to some forces\n"))
            }
        }

        @Test func explainAndDiffSpeakToProgramsInLinesOfJSON() async throws {
            try await withContent(Self.additions) { folder in
                let parks = try await soh("explain", "suffolk", "/parks", Self.day, "--format", "json", in: folder)
                let rows = [
                    ("page", "Content/national/parks.md"), ("block", "Content/forces/suffolk/blocks/park-hours.md"),
                    ("template", "Templates/layout.mustache"), ("template", "Templates/page.mustache"),
                    ("strings", "Content/strings.en.yml"), ("facts", "Content/forces/suffolk/force.yml"),
                ]
                let expected = rows.map {
                    #"{"file":"parks.html","path":"\#($1)","role":"\#($0)","url":"/parks"}"# + "\n"
                }
                #expect(parks.output == expected.joined())
                let diff = try await soh("diff", "suffolk", Self.day, "--format", "json", in: folder)
                #expect(
                    diff.output == """
                        {"detail":"Content/forces/suffolk/pages/benches.md: +4 −2 lines","kind":"replaced","path":"/benches"}
                        {"detail":"Our counters","kind":"added","path":"/counters"}
                        {"detail":"park-hours: Content/forces/suffolk/blocks/park-hours.md","kind":"block","path":"/parks"}
                        {"detail":"is not for suffolk","kind":"missing","path":"/wales"}

                        """)
            }
        }

        @Test func diffListsWhatAForceHasOtherwise() async throws {
            try await withContent(Self.additions) { folder in
                let suffolk = try await soh("diff", "suffolk", Self.day, in: folder)
                #expect(
                    suffolk.output == """
                        replaced  /benches  Content/forces/suffolk/pages/benches.md: +4 −2 lines
                        added  /counters  Our counters
                        block  /parks  park-hours: Content/forces/suffolk/blocks/park-hours.md
                        missing  /wales  is not for suffolk
                        4 differences

                        """)
                #expect(suffolk.status == 0)
                let whole = try await soh("diff", "south-wales", Self.day, in: folder)
                #expect(whole.output == "0 differences\n")
            }
        }

        /// Many forces share its pages, and each is told of itself.
        @Test func aPageThatIsMissingIsMissingForTheForceThatAsks() async throws {
            try await withContent(Self.additions) { folder in
                for force in ["essex", "surrey"] {
                    let diff = try await soh("diff", force, Self.day, in: folder)
                    #expect(diff.output.hasPrefix("missing  /wales  is not for \(force)\n"))
                    let page = try await soh("explain", force, "/wales", Self.day, in: folder)
                    #expect(page.status == 1)
                    #expect(page.errors == "soh: \(force) has no page at /wales: it is not for \(force)\n")
                }
            }
        }

        @Test(arguments: [
            (["explain", "suffolk", "/bench"], "soh: suffolk has no page at /bench: did you mean '/benches'?"),
            (["explain", "knet", "/"], "unknown force 'knet'"), (["diff", "knet"], "did you mean 'kent'?"),
        ])
        func whatIsNotThereEndsWith1AndAGuess(arguments: [String], message: String) async throws {
            try await withContent(Self.additions) { folder in
                let outcome = try await Program.run("soh", arguments + [Self.day], in: folder)
                #expect(outcome.status == 1 && outcome.output == "")
                #expect(outcome.errors.contains(message))
            }
        }
    }
}
