import CaseStore
import Diagnostics
import Forms
import FoundationEssentials

/// A case as a terminal shows it. What anybody typed is made printable first, so that it cannot steer the terminal.
enum CaseText {
    /// The whole case. A text that may have several lines stands on lines that begin with four spaces, so that none of
    /// them can pose as a line of ours.
    static func full(_ file: CaseFile) throws -> String {
        let record = file.record
        var lines = ["\(record.reference)"] + head(of: file)
        lines += section("clocks", CaseTable.lines(of: record.clocks.map { [time($0.due), $0.label.printable] }))
        for step in try CaseWording(file.definition).steps(of: record) {
            lines += ["", step.title.printable]
            for (label, answer) in step.answers {
                lines.append("  \(label.printable)")
                lines += answer.map { "    \($0.printable)" }
            }
        }
        lines += section("files", Self.lines(of: record.evidence))
        lines += section("links", file.links.map { "\($0.kind.rawValue)  \($0.reference)" })
        lines += section("events", events(of: file))
        return lines.joined(separator: "\n")
    }

    /// Files, one a line.
    static func lines(of files: [EvidenceRecord]) -> [String] {
        CaseTable.lines(
            of: files.map(\.file).map { file in
                [
                    file.id.rawValue, file.declaration.name.printable, file.kind.mediaType,
                    "\(file.bytes.grouped) \(file.bytes == 1 ? "byte" : "bytes")",
                    file.isAsDeclared ? "" : "declared as \(file.declaration.type.printable)",
                ]
            })
    }

    /// What a contract has a shape for, as one line of JSON.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func head(of file: CaseFile) -> [String] {
        file.head.flatMap { name, value in
            let lines = value.lines.map(\.printable)
            let margin = String(repeating: " ", count: 12)
            let first = "  \(name)\(String(repeating: " ", count: 10 - name.count))\(lines[0])"
            return [first] + lines.dropFirst().map { margin + $0 }
        }
    }

    private static func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  \($0)" }
    }

    /// An event a line, with what was written indented below.
    private static func events(of file: CaseFile) -> [String] {
        let rows = file.events.map { event in
            [time(event.time), event.kind.rawValue, event.who.printable, event.subject?.printable ?? ""]
        }
        return zip(CaseTable.lines(of: rows), file.events).flatMap { line, event in
            [line] + (event.text?.lines ?? []).map { "  \($0.printable)" }
        }
    }

    private static func time(_ time: Date) -> String { time.formatted(.iso8601) }
}
