import Forms
import Foundation
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct SearchIndexFileTests {
    @Test func equalInputInAnyOrderMakesEqualBytes() async throws {
        try await withTemporaryFolder { folder in
            let others = (0..<200).map { SamplePage("/p/\($0)/", "Page \($0)", body: "Text of \($0 % 7)") }
            let pages = SampleFile.pages + others
            var generator = SeededGenerator(seed: 1)
            let expected = try SampleFile.bytes(try SampleFile.write(pages, in: folder, "first"))
            for (number, same) in [pages, pages.reversed(), pages.shuffled(using: &generator)].enumerated() {
                let bytes = try SampleFile.bytes(try SampleFile.write(same, in: folder, "again\(number)"))
                #expect(bytes == expected)
            }
            let fewer = try SampleFile.bytes(try SampleFile.write(pages.dropLast(), in: folder, "fewer"))
            #expect(fewer != expected)
        }
    }

    @Test func equalDocumentsHaveOneNumberAndOneText() throws {
        var writer = SearchIndexWriter()
        let number = writer.add(SearchDocument(language: .english, title: "Theft", body: "a  b"))
        #expect(writer.add(SearchDocument(language: .english, title: "Theft", description: "", body: "a\nb")) == number)
        #expect(writer.add(SearchDocument(language: .welsh, title: "Theft", body: "a b")) != number)
        #expect(writer.texts.count == 2)
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

    @Test func aDocumentThatNobodyShowsIsNotInTheFile() async throws {
        try await withTemporaryFolder { folder in
            var writer = try SearchIndexWriter(SampleFile.pages)
            _ = writer.add(SearchDocument(language: .english, title: "Unpublished", body: "xylophone"))
            try writer.write(to: "\(folder)/more")
            let expected = try SampleFile.bytes(try SampleFile.write(SampleFile.pages, in: folder))
            let more = try SampleFile.bytes("\(folder)/more")
            #expect(more == expected)
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
