import CaseStore
import Forms
import FoundationEssentials

/// A list of cases in columns. A column that has to be wider for a later page stays so.
struct CaseTable {
    private var widths: [Int] = []

    /// The lines of a page, each with its end.
    mutating func lines(of summaries: [CaseSummary]) -> String {
        let rows = summaries.map { summary in
            [
                summary.reference.description, summary.due?.formatted(.iso8601) ?? "-",
                summary.received.formatted(.iso8601), summary.force.rawValue, summary.form.rawValue,
                summary.language.rawValue, summary.status.rawValue,
            ]
        }
        return Self.lines(of: rows, widths: &widths).map { $0 + "\n" }.joined()
    }

    /// Rows of the same number of cells as lines, two spaces between the columns.
    static func lines(of rows: [[String]], widths: inout [Int]) -> [String] {
        for row in rows {
            if widths.count < row.count { widths += Array(repeating: 0, count: row.count - widths.count) }
            for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
        }
        return rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            let line = cells.joined(separator: "  ")
            return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
        }
    }

    static func lines(of rows: [[String]]) -> [String] {
        var widths: [Int] = []
        return lines(of: rows, widths: &widths)
    }
}
