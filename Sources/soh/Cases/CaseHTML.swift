import CaseStore
import Forms
import FoundationEssentials

/// A case as a document to print. It needs nothing but itself, and can do nothing.
enum CaseHTML {
    static func page(_ file: CaseFile) throws -> String {
        let reference = file.record.reference.description
        let head = file.head + [("definition", file.record.definition)]
        let steps = try CaseWording(file.definition).steps(of: file.record).map { step -> Markup in
            "<h2>\(step.title)</h2>\n\(list(step.answers))"
        }
        let page: Markup = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(reference)</title>
            \(style)
            </head>
            <body>
            <h1>\(reference)</h1>
            \(list(head.map { ($0.name, $0.value.lines) }))\(steps)
            \(clocks(of: file))\(files(of: file))\(links(of: file))\(events(of: file))</body>
            </html>

            """
        return page.html
    }

    private static func clocks(of file: CaseFile) -> Markup {
        table("Clocks", ["Due", "What"], file.record.clocks.map { [time($0.due), $0.label] })
    }

    private static func files(of file: CaseFile) -> Markup {
        let rows = file.record.evidence.map(\.file).map { file in
            [
                file.id.rawValue, file.declaration.name, file.kind.mediaType, file.declaration.type,
                file.bytes.grouped, file.sha256,
            ]
        }
        return table("Files", ["Id", "Name", "Found to be", "Declared as", "Bytes", "SHA-256"], rows)
    }

    private static func links(of file: CaseFile) -> Markup {
        table("Links", ["What", "Case"], file.links.map { [$0.kind.rawValue, $0.reference.description] })
    }

    private static func events(of file: CaseFile) -> Markup {
        let rows = file.events.map { event in
            [time(event.time), event.kind.rawValue, event.who, event.subject ?? "", event.text ?? ""]
        }
        return table("Events", ["Time", "What", "Who", "Of what", "Text"], rows)
    }

    private static func list(_ entries: [(label: String, lines: [String])]) -> Markup {
        let entries = entries.map { label, lines -> Markup in
            "<dt>\(label)</dt>\n<dd dir=\"auto\">\(broken(lines))</dd>\n"
        }
        return "<dl>\n\(entries)</dl>\n"
    }

    /// A table with its heading; nothing where it would be empty.
    private static func table(_ title: String, _ names: [String], _ rows: [[String]]) -> Markup {
        guard !rows.isEmpty else { return "" }
        let head = names.map { name -> Markup in "<th scope=\"col\">\(name)</th>" }
        let body = rows.map { row -> Markup in
            let cells = row.map { cell -> Markup in "<td dir=\"auto\">\(broken(cell.lines))</td>" }
            return "<tr>\(cells)</tr>\n"
        }
        return "<h2>\(title)</h2>\n<table>\n<tr>\(head)</tr>\n\(body)</table>\n"
    }

    /// Lines with breaks between them.
    private static func broken(_ lines: [String]) -> Markup {
        Markup(lines.enumerated().map { index, line -> Markup in index == 0 ? "\(line)" : "<br>\(line)" })
    }

    private static func time(_ time: Date) -> String { time.formatted(.iso8601) }

    private static let style: Markup = """
        <style>
        @page { size: A4; margin: 20mm 15mm; }
        body { font: 10.5pt/1.4 sans-serif; color: #000; background: #fff; max-width: 180mm; margin: auto; }
        h1 { font-size: 16pt; }
        h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
        dl { display: grid; grid-template-columns: 55mm 1fr; gap: 1.5mm 4mm; margin: 0; }
        dt { font-weight: bold; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; font-size: 9pt; }
        th, td { border: 0.25mm solid #666; padding: 1mm; text-align: start; vertical-align: top; }
        td { overflow-wrap: anywhere; }
        tr { break-inside: avoid; }
        </style>
        """
}
