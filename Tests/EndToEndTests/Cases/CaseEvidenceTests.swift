import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct CaseEvidenceTests {
        /// The last one takes three pieces.
        static let lengths = [0, 1, 1_300_007]

        private static func bytes(_ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 9) }
        }

        /// A case with a file of some length.
        private static func with(
            _ bytes: [UInt8], _ body: (Casework, Reference, ReceivedFile) async throws -> Void
        ) async throws {
            try await Casework.with { work in
                let submitted = try await work.receive(bytes, name: "tŷ.jpg", type: "image/jpeg")
                var submission = try SampleReport.make()
                submission.files = [submitted]
                try await body(work, try await work.accept(submission), submitted.file)
            }
        }

        @Test(arguments: lengths)
        func aFileComesOutAsItCameIn(length: Int) async throws {
            let bytes = Self.bytes(length)
            try await Self.with(bytes) { work, reference, file in
                let path = "\(work.folder)/out/photo"
                try FileManager.default.createDirectory(
                    atPath: "\(work.folder)/out", withIntermediateDirectories: true)
                let told = try await work.output(
                    ["evidence", "\(reference)", "\(file.id)", "--output", path, "--as", "PC 9", "--purpose", "court"])
                let count = length == 1 ? "1 byte" : "\(length.grouped) bytes"
                #expect(told == "wrote \(path), \(count), sha256 \(file.sha256)\n")
                let isSame = FileManager.default.contents(atPath: path) == Data(bytes)
                #expect(isSame)
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
                #expect(try FileManager.default.contentsOfDirectory(atPath: "\(work.folder)/out") == ["photo"])
                let event = try #require(try await work.events(of: reference).first)
                #expect(event.kind == .exported && event.subject == file.id.rawValue)
                #expect(event.access == Access(by: "PC 9", purpose: "court"))
            }
        }

        @Test func filesAreListedAndStandardOutputGetsNothingButTheBytes() async throws {
            try await Self.with(Array("one\r\ntwo".utf8)) { work, reference, file in
                #expect(
                    try await work.output(["evidence", "\(reference)"]) == """
                        \(file.id)  tŷ.jpg  text/plain  8 bytes  declared as image/jpeg

                        """)
                #expect(
                    try await work.output(["evidence", "\(reference)", "--format", "json"]) == """
                        {"bytes":8,"id":"\(file.id)","kind":"text/plain","name":"tŷ.jpg","sha256":"\(file.sha256)"}

                        """)
                let output = try await work.output(["evidence", "\(reference)", "\(file.id)", "--output", "-"])
                #expect(Array(output.utf8) == Array("one\r\ntwo".utf8))
                #expect(try await work.events(of: reference).map(\.kind) == [.viewed, .viewed, .exported])
                let none = try await work.accept(try SampleReport.make())
                #expect(try await work.output(["evidence", "\(none)"]) == "\(none) has no files\n")
            }
        }

        @Test(arguments: ["file", "folder", "link"])
        func nothingIsWrittenOver(kind: String) async throws {
            try await Self.with([1]) { work, reference, file in
                let path = "\(work.folder)/there"
                switch kind {
                case "file": try Data("mine".utf8).write(to: URL(filePath: path))
                case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                default: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
                }
                let before = try FileTree.read(work.folder).filter { !$0.key.hasPrefix("store/") }
                for arguments in [["evidence", "\(reference)", "\(file.id)"], ["export", "\(reference)"]] {
                    let refused = try await work.soh(arguments + ["--output", path])
                    #expect(refused.errors == "soh: \(path) is there already, and is not written over\n")
                    #expect(refused.status == 1 && refused.output == "")
                }
                #expect(try FileTree.read(work.folder).filter { !$0.key.hasPrefix("store/") } == before)
                #expect(try await work.events(of: reference) == [], "nothing was handed out")
            }
        }

        @Test func aFileThatIsNotWhatCameInIsNotHandedOut() async throws {
            var damaged = Self.bytes(1_300_007)
            try await Self.with(damaged) { work, reference, file in
                damaged[1_299_999] ^= 1
                try Data(damaged).write(to: URL(filePath: "\(work.path)/gwent/evidence/\(file.id)"))
                let outcome = try await work.soh(
                    ["evidence", "\(reference)", "\(file.id)", "--output", "\(work.folder)/photo"])
                #expect(outcome.status == 2 && outcome.output == "")
                #expect(outcome.errors == "soh: store corrupt: the file \(file.id) is not what came in\n")
                #expect(try FileManager.default.contentsOfDirectory(atPath: work.folder) == ["store"])
            }
        }

        @Test(arguments: ["evidence", "export", "list", "show"])
        func aFullDiskEndsWith2(command: String) async throws {
            try await Self.with(Self.bytes(600_000)) { work, reference, file in
                let names = command == "list" ? "" : command == "evidence" ? "\(reference) \(file.id)" : "\(reference)"
                let output = command == "evidence" ? "--output -" : ""
                let line = "exec \(Program.products)/soh cases \(command) \(names) \(output) --store \(work.path)"
                let full = try await Program.run("/bin/sh", ["-c", "\(line) > /dev/full"])
                #expect(full.status == 2)
                #expect(full.errors == "soh: cannot write standard output: No space left on device\n")
            }
        }
    }
}
