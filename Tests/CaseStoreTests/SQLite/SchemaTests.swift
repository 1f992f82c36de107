import CaseSamples
import Forms
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// Every schema that has stood on main is a file in `Schemas`. `RECORD=1` writes the one of the newest version, and any
/// that is missing.
@Suite struct SchemaTests {
    /// A database, and one of the versions that it has had.
    struct Version: Sendable, CustomTestStringConvertible {
        let database: String
        let number: Int

        var testDescription: String { "\(database)-\(number)" }
        var file: String { "\(Program.root)/Tests/CaseStoreTests/Schemas/\(database)-\(number).sql" }
        var migrator: DatabaseMigrator { database == "cases" ? Schema.cases : Schema.drafts }
        var migration: String { migrator.migrations[number - 1] }
        var isNewest: Bool { number == migrator.migrations.count }
    }

    static let versions = ["cases", "drafts"].flatMap { name in
        let count = (name == "cases" ? Schema.cases : Schema.drafts).migrations.count
        return (1...count).map { Version(database: name, number: $0) }
    }

    @Test(arguments: versions)
    func aSchemaThatHasStoodOnMainIsNeverEdited(version: Version) throws {
        let database = try DatabaseQueue()
        try version.migrator.migrate(database, upTo: version.migration)
        let sql = try Self.schema(of: database)
        let isThere = FileManager.default.fileExists(atPath: version.file)
        if version.isNewest || !isThere, ProcessInfo.processInfo.environment["RECORD"] != nil {
            try sql.write(toFile: version.file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOfFile: version.file, encoding: .utf8) == sql)
    }

    @Test(arguments: versions)
    func anyOfThemBecomesTheNewest(version: Version) throws {
        let old = try DatabaseQueue()
        try old.write { try $0.execute(sql: try String(contentsOfFile: version.file, encoding: .utf8)) }
        try old.write { database in
            for name in version.migrator.migrations.prefix(version.number) {
                try database.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [name])
            }
        }
        try version.migrator.migrate(old)
        let new = try DatabaseQueue()
        try version.migrator.migrate(new)
        #expect(try Self.columns(of: old) == Self.columns(of: new))
        #expect(try old.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    }

    @Test func theCasesOfTheFirstSchemaAreTakenOver() async throws {
        try await withTemporaryFolder { folder in
            let force = try SampleSubmission.force()
            try FileManager.default.createDirectory(atPath: "\(folder)/gwent", withIntermediateDirectories: true)
            let (named, anonymous) = (try Self.reference(), try Self.reference())
            let key = DraftKey()
            let old = try DatabaseQueue(path: "\(folder)/gwent/cases.sqlite")
            try await old.write { database in
                let first = Version(database: "cases", number: 1)
                try database.execute(sql: try String(contentsOfFile: first.file, encoding: .utf8))
                try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('1 cases')")
                try Self.fill(database, named: named, anonymous: anonymous, draft: key.id)
            }
            try old.close()
            let store = try SQLiteCaseStore(making: folder, floor: 0)
            let file = try #require(
                try await store.file(named, in: force, as: .viewed, by: Access(by: "PC 1")))
            let question = try SampleSubmission.question()
            #expect(file.record.answers == [try SampleSubmission.step(): [question: .text("Stryd Fawr")]])
            #expect(file.record.received == SampleSubmission.time && file.record.signals == [.honeypot])
            #expect(file.events.map(\.kind) == [.received, .viewed])
            #expect(file.events[0].time == SampleSubmission.time)
            let found = try await store.allCases(in: force, matching: CaseFilter(text: "stryd")).map(\.reference)
            #expect(found == [named])
            #expect(try await store.reference(ofDraft: key, in: force) == named)
            #expect(try await store.allCases(in: force).map(\.reference) == [named, anonymous])
            _ = try await store.accept(try SampleSubmission.make(), for: force)
            let verified = try await Verification.run(force, at: "\(folder)/gwent")
            #expect(verified.findings == [] && verified.counts.cases == 3)
        }
    }

    private static func reference() throws -> Reference {
        var generator = SystemRandomNumberGenerator()
        return Reference(
            force: try #require(LetterCode(rawValue: "GWE")), form: try #require(LetterCode(rawValue: "THE")),
            using: &generator)
    }

    private static func fill(_ database: Database, named: Reference, anonymous: Reference, draft: String) throws {
        let hour = 1_789_999_200
        for (number, identity) in ["asked", "none"].enumerated() {
            let json = Data("{\"identity\":\"\(identity)\"}".utf8)
            let digest = SampleSubmission.digest(json)
            try database.execute(sql: "INSERT INTO definitions VALUES (?, 'theft', ?)", arguments: [digest, json])
            try database.execute(
                sql: "INSERT INTO cases (id, reference, form, status, received) VALUES (?, ?, 'theft', 'new', ?)",
                arguments: [number + 1, "\([named, anonymous][number])", number == 0 ? hour + 800 : hour])
            try database.execute(
                sql: """
                    INSERT INTO submissions
                        (case_id, definition, language, channel, received, answers, signals, draft)
                    VALUES (?, ?, 'cy', 'web', ?, ?, '["honeypot"]', ?)
                    """,
                arguments: [
                    number + 1, digest, hour, #"{"place":{"what":"\#(["Stryd Fawr", "Lamp"][number])"}}"#,
                    number == 0 ? draft : "other",
                ])
        }
    }

    /// What makes the tables, but for those that SQLite and FTS5 make by themselves.
    private static func schema(of database: DatabaseQueue) throws -> String {
        try database.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT sql FROM sqlite_schema
                    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
                    ORDER BY type = 'table' DESC, name
                    """
            ).map { "\($0);\n" }.joined(separator: "\n")
        }
    }

    /// Every column of every table.
    private static func columns(of database: DatabaseQueue) throws -> [String] {
        try database.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT m.type || ' ' || m.name || ' ' || coalesce(c.name || ' ' || c.type || ' ' || c."notnull", '')
                    FROM sqlite_schema AS m LEFT JOIN pragma_table_info(m.name) AS c ORDER BY 1
                    """)
        }
    }
}
