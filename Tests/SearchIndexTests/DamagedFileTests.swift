import Forms
import Foundation
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct DamagedFileTests {
    private func damage(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = try SampleFile.bytes(path)
        change(&bytes)
        try Data(bytes).write(to: URL(filePath: path))
    }

    @Test func whatIsNoSearchIndexIsRefused() async throws {
        try await withTemporaryFolder { folder in
            for path in ["/nonexistent", folder] {
                #expect(throws: SearchIndex.Unreadable.self) { try SearchIndex(path: path) }
            }
            for contents in ["", "not a database", String(repeating: "x", count: 10_000)] {
                try Data(contents.utf8).write(to: URL(filePath: "\(folder)/foreign"))
                #expect(throws: SearchIndex.Unreadable.self) { try SearchIndex(path: "\(folder)/foreign") }
            }
        }
    }

    /// The offsets are those of "The Database Header" in SQLite's description of its file format.
    @Test(arguments: [(60, "version"), (68, "not a search index")])
    func anotherVersionAndAnotherApplicationAreRefused(offset: Int, cause: String) async throws {
        try await withTemporaryFolder { folder in
            let path = try SampleFile.write(SampleFile.pages, in: folder)
            try damage(path) { $0[offset + 3] ^= 2 }
            let error = try #require(throws: SearchIndex.Unreadable.self) { try SearchIndex(path: path) }
            #expect(error.cause.contains(cause))
        }
    }

    @Test func aFileThatWasCutOffIsRefused() async throws {
        try await withTemporaryFolder { folder in
            let path = try SampleFile.write(SampleFile.pages, in: folder)
            try damage(path) { $0.removeLast(4_096) }
            #expect(throws: SearchIndex.Unreadable.self) { try SearchIndex(path: path) }
        }
    }

    /// The first word of the index stands behind the length of its page, in two bytes, and its own, in one.
    @Test func damageThatOpeningDoesNotSeeIsAnErrorThatTellsNothingOfTheQuery() async throws {
        try await withTemporaryFolder { folder in
            let path = try SampleFile.write([SamplePage("/", "Aardvark theft")], in: folder)
            let word = try #require(try SampleFile.bytes(path).firstRange(of: Array("0aardvark".utf8))).lowerBound
            try damage(path) { $0.replaceSubrange(word - 3..<word - 1, with: [0xFF, 0xFF]) }
            let index = try SearchIndex(path: path)
            let error = try await #require(throws: SearchIndex.Unreadable.self) { try await index.urls("theft") }
            #expect(error.cause.hasPrefix("SQLite 267") && !"\(error)".contains("theft"), "267 is a corrupt table")
        }
    }

    @Test func anyDamageIsAnErrorOrDoesNoHarm() async throws {
        try await withTemporaryFolder { folder in
            let path = try SampleFile.write(SampleFile.pages, in: folder)
            let whole = try SampleFile.bytes(path)
            var generator = SeededGenerator(seed: 3)
            for _ in 0..<150 {
                var bytes = whole
                for _ in 0..<8 {
                    bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
                }
                try Data(bytes).write(to: URL(filePath: path))
                do {
                    let index = try SearchIndex(path: path)
                    _ = try await index.urls("theft lladrad", in: .welsh)
                    _ = try await index.urls("contact")
                } catch {
                    #expect(error is SearchIndex.Unreadable)
                }
            }
        }
    }
}
