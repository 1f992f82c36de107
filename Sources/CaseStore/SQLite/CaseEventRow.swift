import FoundationEssentials
import GRDB

/// An event as it lies in the database. The subject of a link is the number of the other case there.
enum CaseEventRow {
    /// - Parameter id: The case that it happened to; nil for an event of the force.
    static func insert(_ event: CaseEvent, on id: Int64?, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO events (case_id, kind, time, actor, purpose, subject, text) VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, event.kind.rawValue, event.time.seconds, event.access?.name, event.access?.purpose, event.subject,
            event.text,
        ])
    }

    /// The events of a case, the first first.
    static func all(of id: Int64, _ database: Database) throws -> [CaseEvent] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT kind, time, actor, purpose, text, CASE kind
                        WHEN 'linked' THEN (SELECT reference FROM cases WHERE id = CAST(events.subject AS INTEGER))
                        ELSE subject END AS subject
                    FROM events WHERE case_id = ? ORDER BY id
                    """), arguments: [id]
        ).map { row in
            guard let kind = CaseEvent.Kind(rawValue: row["kind"]) else { throw StoreFault(.corrupt, "an event") }
            let actor: String? = row["actor"]
            return CaseEvent(
                kind, at: Date(seconds: row["time"]), by: actor.map { Access(by: $0, purpose: row["purpose"]) },
                subject: row["subject"], text: row["text"])
        }
    }
}
