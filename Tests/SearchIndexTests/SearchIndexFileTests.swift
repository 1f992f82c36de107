import Forms
import Foundation
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct SearchIndexFileTests {
    @Test func equalInputMakesEqualBytes() async throws {
        try await withTemporaryFolder { folder in
            let others = (0..<200).map { SamplePage("/p/\($0)/", "Page \($0)", body: "Text of \($0 % 7)") }
            let pages = SampleFile.pages + others
            let expected = try SampleFile.bytes(try SampleFile.write(pages, in: folder, "first"))
            let again = try SampleFile.bytes(try SampleFile.write(pages, in: folder, "again"))
            #expect(again == expected)
            let fewer = try SampleFile.bytes(try SampleFile.write(pages.dropLast(), in: folder, "fewer"))
            #expect(fewer != expected)
        }
    }

    @Test(arguments: [
        ("a  b", "a b"), (" a\n", "a"), ("a\u{AD}b", "ab"), ("a\u{A0}b", "a b"), ("a\u{2003}b", "a b"),
        ("it’s – “b”", "it’s – “b”"), ("a\u{2028}b", "a b"), ("tŷ", "tŷ"), ("a\u{1680}b", "a b"), ("\u{7F}a", "a"),
    ])
    func textsAreCleanedOfWhatWouldMarkMatches(text: String, cleaned: String) {
        #expect(IndexedText(SearchDocument(language: .english, title: "T", body: text)).body == cleaned)
    }

    @Test func nothingButTheFileIsLeftAndAnOldOneIsReplaced() async throws {
        try await withTemporaryFolder { folder in
            let path = try SampleFile.write([SamplePage("/old/", "Old")], in: folder)
            _ = try SampleFile.write(SampleFile.pages, in: folder)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["search.sqlite"])
            let index = try SearchIndex(path: path)
            let theft = try await index.urls("theft")
            #expect(theft == ["/theft/"])
            let old = try await index.urls("old")
            #expect(old.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["search.sqlite"])
        }
    }

    @Test func aDocumentThatNobodyShowsIsNotFound() async throws {
        try await withTemporaryFolder { folder in
            var writer = try SearchIndexWriter(SampleFile.pages)
            _ = writer.add(SearchDocument(language: .english, title: "Unpublished", body: "xylophone"))
            try writer.write(to: "\(folder)/more")
            let found = try await SearchIndex(path: "\(folder)/more").urls("xylophone")
            #expect(found.isEmpty)
        }
    }

    @Test func anIndexOfNothingFindsNothing() async throws {
        let found = try await withIndex(of: []) { try await $0.find("theft") }
        #expect(found == SearchResults(total: 0, results: []))
    }

    @Test func aFileThatCannotBeWrittenIsAnError() {
        #expect(throws: SearchIndexWriter.Unwritable.self) {
            try SearchIndexWriter(SampleFile.pages).write(to: "/nonexistent/search.sqlite")
        }
    }

    @Test func manyReadAtOnceAndAfterTheFileIsGone() async throws {
        try await withTemporaryFolder { folder in
            let path = try SampleFile.write(SampleFile.pages, in: folder)
            let index = try SearchIndex(path: path)
            try FileManager.default.removeItem(atPath: path)
            try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<100 { group.addTask { try await index.urls("theft") } }
                for try await urls in group { #expect(urls == ["/theft/"]) }
            }
        }
    }

    @Test func aPathMayHoldWhatMeansSomethingInAURI() async throws {
        try await withTemporaryFolder { folder in
            let path = try SampleFile.write(SampleFile.pages, in: folder, "a b?mode=rw&c#d%41.sqlite")
            let index = try SearchIndex(path: path)
            let urls = try await index.urls("theft")
            #expect(urls == ["/theft/"])
        }
    }
}
