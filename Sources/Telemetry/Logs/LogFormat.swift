/// How lines of the log are written.
package enum LogFormat: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// One JSON object a line.
    case json
    /// For journald, which knows the time and reads the priority from the line (sd-daemon(3)).
    case journal

    /// What suits where standard error leads: the journal, where systemd says that it does (systemd.exec(5)).
    package static func standard(_ environment: [String: String]) -> LogFormat {
        environment["JOURNAL_STREAM"] == nil ? .text : .journal
    }
}
