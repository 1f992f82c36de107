import Foundation
import Logging
import Synchronization
import Testing

@testable import Telemetry

@Suite struct LogTests {
    private final class Sink: Sendable {
        private let lines = Mutex<[String]>([])
        var text: [String] { lines.withLock { $0 } }

        func logger(_ format: LogFormat) -> Logger {
            Logger(label: "test") { _ in
                LineLogHandler(format) { line in
                    self.lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
                }
            }
        }
    }

    private static let odd = [
        "", " ", "plain", "two words", "a\nb", "\"quoted\"", "back\\slash", "\r\n", "\0", "\u{1B}[31m", "\u{202E}x",
        "é\u{301}", "\u{2028}", "\u{85}", "👮🏽‍♀️", String(repeating: "x", count: 5_000), "a=b", "<3>",
    ]

    @Test(arguments: LogFormat.allCases)
    func anEventIsOneLineWhateverItHolds(format: LogFormat) throws {
        let sink = Sink()
        let logger = sink.logger(format)
        for text in Self.odd { logger.error("\(text)", metadata: ["key": "\(text)", "list": ["\(text)", "b"]]) }
        #expect(sink.text.count == Self.odd.count)
        for line in sink.text {
            #expect(line.hasSuffix("\n") && line.dropLast().allSatisfy { !$0.isNewline })
            let steering = line.dropLast().unicodeScalars.filter { $0.properties.generalCategory == .control }
            #expect(steering.isEmpty, "\(line)")
        }
    }

    @Test func jsonLinesAreReadBackAsTheyWere() throws {
        let sink = Sink()
        let logger = sink.logger(.json)
        for text in Self.odd { logger.warning("\(text)", metadata: ["key": "\(text)"]) }
        for (line, text) in zip(sink.text, Self.odd) {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
            #expect(Array((object["message"] ?? "-").utf8) == Array(text.utf8))
            #expect(Array((object["key"] ?? "-").utf8) == Array(text.utf8))
            #expect(object["level"] == "warning")
            let formatter = ISO8601DateFormatter()
            formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
            #expect(formatter.date(from: object["time"] ?? "") != nil)
        }
    }

    @Test(arguments: [
        (Logger.Level.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3), (.critical, 2),
    ])
    func theJournalIsToldThePriority(level: Logger.Level, priority: Int) {
        let sink = Sink()
        var logger = sink.logger(.journal)
        logger.logLevel = .trace
        logger.log(level: level, "it is so", metadata: ["b": "2", "a": "one two"])
        #expect(sink.text == ["<\(priority)>it is so a=\"one two\" b=2\n"])
    }

    @Test(arguments: [(0, 0), (951_782_400, 7), (1_709_210_096, 123), (4_107_542_399, 999)])
    func timesAreWrittenInUTC(seconds: Int, milliseconds: Int) {
        let date = Date(timeIntervalSince1970: Double(seconds) + Double(milliseconds) / 1_000 + 0.000_1)
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        #expect("\(LogTime(seconds: seconds, milliseconds: milliseconds))" == formatter.string(from: date))
    }

    @Test func theFormatFollowsWhereTheLogLeads() {
        #expect(LogFormat.standard([:]) == .text)
        #expect(LogFormat.standard(["JOURNAL_STREAM": "8:1"]) == .journal)
    }
}
