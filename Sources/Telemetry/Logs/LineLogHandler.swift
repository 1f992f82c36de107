import Glibc
package import Logging

/// Writes each event of a log as one line, in one piece.
package struct LineLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel = Logger.Level.info
    private let format: LogFormat
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameter write: Is given each line, with its end; by default, standard error.
    package init(_ format: LogFormat, write: @escaping @Sendable ([UInt8]) -> Void = Self.writeToStandardError) {
        self.format = format
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var members = metadata.merging(event.metadata ?? [:]) { _, new in new }.map { ($0.key, "\($0.value)") }
        if let error = event.error { members.append(("error", "\(type(of: error))")) }
        members.sort { $0.0 < $1.0 }
        write(Array(line(event.level, "\(event.message)", members).utf8))
    }

    private func line(_ level: Logger.Level, _ message: String, _ members: [(String, String)]) -> String {
        switch format {
        case .json:
            let all = [("time", LogTime.now.description), ("level", level.rawValue), ("message", message)] + members
            return "{\(all.map { "\(JSONText.quoted($0)):\(JSONText.quoted($1))" }.joined(separator: ","))}\n"
        case .text:
            let text = ([Self.message(message)] + members.map { "\($0)=\(Self.value($1))" }).joined(separator: " ")
            return "\(LogTime.now) \(level.rawValue) \(text)\n"
        case .journal:
            let text = ([Self.message(message)] + members.map { "\($0)=\(Self.value($1))" }).joined(separator: " ")
            return "<\(Self.priority(of: level))>\(text)\n"
        }
    }

    /// A message with nothing in it that has to be escaped stands as it is.
    private static func message(_ text: String) -> String {
        let quoted = JSONText.quoted(text)
        return quoted.utf8.count == text.utf8.count + 2 ? text : quoted
    }

    /// A value that is one word stands as it is; any other in quotes, with nothing in it that could end the line.
    private static func value(_ text: String) -> String {
        let isWord = !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }
        return isWord ? text : JSONText.quoted(text)
    }

    /// The priorities of syslog (RFC 5424, section 6.2.1).
    private static func priority(of level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    package static func writeToStandardError(_ line: [UInt8]) {
        // What cannot be told is lost: there is nobody left to tell.
        _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
