import Crypto
import Forms
import FoundationEssentials
import GRDB

extension Verification {
    /// Looks at what the database says, and at the files that it names.
    mutating func lookAtRows(_ database: Database) throws {
        let name = self.database
        let known = Set(Schema.cases.migrations)
        let applied = try Schema.cases.appliedIdentifiers(database)
        guard applied == known else {
            return find(name, "its tables are those of another version: \(applied.symmetricDifference(known).sorted())")
        }
        try lookAtStructure(database, name)
        guard findings.isEmpty else { return }
        try lookAtDefinitions(database, name)
        for (condition, message) in Self.rules {
            let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(condition)") ?? 0
            if count > 0 { find(name, "\(count) \(message)") }
        }
        func count(_ table: String) throws -> Int {
            try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
        }
        counts.cases = try count("cases")
        counts.submissions = try count("submissions")
        counts.events = try count("events")
        counts.definitions = try count("definitions")
        counts.files = try count("evidence")
        counts.bytes = try Int.fetchOne(database, sql: "SELECT total(bytes) FROM evidence") ?? 0
    }

    /// What no constraint of the tables says.
    private static let rules = [
        (
            "cases WHERE NOT EXISTS (SELECT 1 FROM submissions WHERE case_id = cases.id)",
            "cases have no submission"
        ),
        (
            "cases WHERE NOT EXISTS (SELECT 1 FROM events WHERE case_id = cases.id AND kind = 'received')",
            "cases have no event of their receipt"
        ),
        (
            "cases LEFT JOIN search ON search.rowid = cases.id WHERE search.reference IS NOT cases.reference",
            "cases are not in the search"
        ),
    ]

    mutating func lookAtStructure(_ database: Database, _ name: String) throws {
        let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(\(Self.longestList))")
        for problem in problems where problem != "ok" { find(name, problem) }
        let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
        for orphan in orphans.prefix(Self.longestList) {
            let (table, parent): (String, String) = (orphan["table"], orphan["parent"])
            find(name, "a row of \(table) names one of \(parent) that is not there")
        }
    }

    private mutating func lookAtDefinitions(_ database: Database, _ name: String) throws {
        for row in try Row.fetchAll(database, sql: "SELECT digest, json FROM definitions") {
            let (digest, json): (String, Data) = (row["digest"], row["json"])
            if SHA256.hash(data: json).hexadecimal != digest { find(name, "definition \(digest) was changed") }
        }
    }
}
