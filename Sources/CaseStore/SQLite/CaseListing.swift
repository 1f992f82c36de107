import Forms
import FoundationEssentials
import GRDB

/// Asks for the cases that match a filter, page by page.
///
/// A page begins where the last one ended, found by an index and not by counting (keyset pagination). So a page costs the
/// same however far down the list it is. The order has two parts, because SQL's comparison of rows knows one direction
/// only: first the rest of the cases with the clock of the last one, then those with later clocks.
struct CaseListing {
    private let filter: CaseFilter
    private let select: String

    /// - Parameter select: The columns and tables, up to the WHERE.
    init(_ filter: CaseFilter, select: String) {
        self.filter = filter
        self.select = select
    }

    func rows(after cursor: CaseCursor?, limit: Int, _ database: Database) throws -> [Row] {
        guard let cursor else { return try rows("", [], limit, database) }
        let same = try rows(
            "cases.due = ? AND (cases.received, cases.id) < (?, ?)", [cursor.due, cursor.received, cursor.id], limit,
            database)
        guard same.count < limit else { return same }
        return same + (try rows("cases.due > ?", [cursor.due], limit - same.count, database))
    }

    static func cursor(after row: Row) -> CaseCursor {
        CaseCursor(due: row["due"], received: row["received"], id: row["id"])
    }

    private func rows(
        _ position: String, _ positionArguments: StatementArguments, _ limit: Int, _ database: Database
    ) throws -> [Row] {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        func ask(_ condition: String, _ values: StatementArguments) {
            conditions.append(condition)
            arguments += values
        }
        if !position.isEmpty { ask(position, positionArguments) }
        if let form = filter.form { ask("cases.form = ?", [form.rawValue]) }
        if let status = filter.status {
            ask("cases.status = ?", [status.rawValue])
            // Tells SQLite where in the order of clocks they stand.
            ask(status == .closed ? "cases.due = ?" : "cases.due < ?", [CaseTables.closed])
        }
        if let since = filter.since { ask("cases.received >= ?", [since.seconds]) }
        if let text = filter.text {
            guard let query = Self.query(text) else { return [] }
            ask("cases.id IN (SELECT rowid FROM search WHERE search MATCH ?)", [query])
        }
        let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
        return try Row.fetchAll(
            database,
            sql: """
                \(select) \(condition) ORDER BY cases.due, cases.received DESC, cases.id DESC LIMIT \(limit)
                """, arguments: arguments)
    }

    /// A query that finds all words, each also where it begins a longer one (FTS5, section 3); nil where the text has no
    /// word. Words are quoted, so that none of them is an operator.
    private static func query(_ text: String) -> String? {
        let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(10)
        return words.isEmpty ? nil : words.map { "\"\($0)\"*" }.joined(separator: " ")
    }
}
