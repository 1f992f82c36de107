import Foundation
import Mustache
import TestSupport
import Testing

/// Compares our engine with another that was written to the same specification: swift-mustache.
@Suite struct MustacheOracleTests {
    @Test(arguments: MustacheTable.rows.filter { $0.mark == .claimed })
    func theOracleDrawsTheSame(_ row: MustacheRow) throws {
        let ours = try row.sample.drawnByUs()
        let theirs = try row.sample.drawnByOracle()
        #expect(ours == theirs)
    }

    @Test(arguments: MustacheTable.rows.filter { $0.mark != .claimed })
    func aRowIsMarkedOnlyIfTheOracleDrawsSomethingElse(_ row: MustacheRow) {
        let theirs = (try? row.sample.drawnByOracle()).map { MustacheRow.Outcome.output($0) }
        #expect(theirs != row.expected)
    }

    @Test func randomTemplatesAreDrawnAlike() throws {
        var generator = SeededGenerator(seed: 14)
        for _ in 0..<500 {
            let sample = MustacheSample(
                template: RandomTemplate.source(using: &generator), data: RandomTemplate.data,
                partials: RandomTemplate.partials)
            let ours = try sample.drawnByUs()
            let theirs = try sample.drawnByOracle()
            #expect(ours == theirs, "\(sample.template)")
        }
    }
}

extension MustacheSample {
    /// What swift-mustache draws.
    func drawnByOracle() throws -> String {
        var library = MustacheLibrary()
        try library.register(template, named: "t")
        for (name, source) in partials { try library.register(source, named: name) }
        return try #require(library.render(data.oracleValue, withTemplate: "t"))
    }
}

extension SampleValue {
    /// The value as swift-mustache takes it: what `JSONSerialization` would make.
    fileprivate var oracleValue: Any {
        switch self {
        case .null: NSNull()
        case .flag(let flag): flag
        case .text(let text), .html(let text): text
        case .list(let items): items.map(\.oracleValue)
        case .object(let members): members.mapValues(\.oracleValue)
        }
    }
}
