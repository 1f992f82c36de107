import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct CaseShowTests {
        private static let access = Access(by: "PC 1234", purpose: "enquiry")

        @Test func aCaseIsShownWithEverythingThatBelongsToIt() async throws {
            try await Casework.with { work in
                let force = try SampleReport.force("gwent")
                let other = try await work.accept(try SampleReport.make())
                var submission = try SampleReport.make("A bicycle\nand its lock", due: 14 * SampleReport.day)
                submission.signals = [.honeypot]
                submission.person = Person(
                    name: "Siân O'Brien", email: "sian@example.org", address: "1 High Street\nNewport")
                submission.files = [try await work.receive(Array("abc".utf8), name: "llun.jpg", type: "image/jpeg")]
                let reference = try await work.accept(submission)
                let store = work.store
                _ = try await store.note("Called back.\nNobody in.", on: reference, in: force, by: Self.access)
                _ = try await store.set(.open, because: "taken on", of: reference, in: force, by: Self.access)
                let link = CaseLink(.duplicate, to: other)
                _ = try await store.link(reference, link, in: force, by: Self.access)
                _ = try await store.hold(reference, because: "a court asked", in: force, by: Access(by: "Ann"))
                let shown = try await work.output(["show", "\(reference)", "--as", "PC 9", "--purpose", "court"])
                let id = try #require(submission.files.first?.file.id)
                let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                #expect(lines.dropLast(2).joined(separator: "\n") == Self.expected(reference, other, id))
                let view = try #require(lines.dropLast().last)
                #expect(view.hasPrefix("  20") && view.hasSuffix("Z  viewed     PC 9 (court)"), "\(view)")
            }
        }

        private static func expected(_ reference: Reference, _ other: Reference, _ id: EvidenceID) -> String {
            """
            \(reference)
              force     gwent
              form      theft
              language  cy
              channel   web
              received  2026-09-21T14:13:20Z
              status    open
              signals   honeypot
              hold      a court asked
              name      Siân O'Brien
              email     sian@example.org
              address   1 High Street
                        Newport

            clocks
              2026-10-05T14:13:20Z  Notice of prosecution

            The place
              Where was it?
                1 High Street
                Newport
              What was it?
                A bicycle
                and its lock

            More about it
              Which of these?
                A bicycle
                A telephone
              When?
                27 March 2026

            files
              \(id)  llun.jpg  text/plain  3 bytes  declared as image/jpeg

            links
              duplicate  \(other)

            events
              2026-09-21T14:13:20Z  received
              2026-09-21T14:14:20Z  note       PC 1234 (enquiry)
                Called back.
                Nobody in.
              2026-09-21T14:14:20Z  status     PC 1234 (enquiry)  open
                taken on
              2026-09-21T14:14:20Z  linked     PC 1234 (enquiry)  \(other)
                duplicate
              2026-09-21T14:14:20Z  retention  Ann                held
                a court asked
            """
        }

        /// Case 24: what a citizen or a colleague wrote cannot steer a terminal, nor pose as a line of ours.
        @Test func case24WhatAnybodyWroteIsInertOnATerminal() async throws {
            let texts = [
                "\u{1B}[2J\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{7F}\u{8}x", "\u{202E}gpj\u{2066}",
                "a\n  status    closed", "a\r\n\nevents\r  2026", "a\u{85}b\u{0}c",
            ]
            try await Casework.with { work in
                let force = try SampleReport.force("gwent")
                for text in texts {
                    // SQLite ends what is not an answer at a NUL.
                    let other = text.replacing("\u{0}", with: "")
                    var submission = try SampleReport.make(text)
                    submission.person = Person(name: other, email: other, phone: other, address: other, born: other)
                    submission.clocks = [Clock(label: other, due: SampleReport.time)]
                    submission.files = [try await work.receive([1], name: other, type: other)]
                    let reference = try await work.accept(submission)
                    let access = Access(by: other, purpose: other)
                    _ = try await work.store.note(other, on: reference, in: force, by: access)
                    _ = try await work.store.set(.open, because: other, of: reference, in: force, by: access)
                    _ = try await work.store.hold(reference, because: other, in: force, by: access)
                    for arguments in [["show", "\(reference)"], ["evidence", "\(reference)"], ["list"]] {
                        let output = try await work.output(arguments)
                        let steering = output.unicodeScalars.filter { scalar in
                            scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
                        }
                        #expect(steering.isEmpty, "\(arguments): \(text)")
                        let lines = output.split(separator: "\n")
                        #expect(
                            lines.filter { $0.hasPrefix("  status  ") }
                                == (arguments == ["show", "\(reference)"] ? ["  status    open"] : []))
                        #expect(lines.count { $0 == "events" } == (arguments.first == "show" ? 1 : 0))
                    }
                }
            }
        }

        @Test func jsonIsTheCaseAndNothingElse() async throws {
            try await Casework.with { work in
                let reference = try await work.accept(try SampleReport.make("\u{1B}[31m", due: SampleReport.day))
                let shown = try await work.output(
                    ["show", reference.description.lowercased().replacing("-", with: " "), "--format", "json"])
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                let record = try await work.file(reference).record
                #expect(shown == String(decoding: try encoder.encode(record), as: UTF8.self) + "\n")
            }
        }
    }
}
