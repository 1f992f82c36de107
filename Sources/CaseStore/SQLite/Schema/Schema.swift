import GRDB

/// The tables. Migrations only go forward: one that has stood on main is never edited.
enum Schema {
    /// `cases.sqlite`.
    static var cases: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 cases") { try $0.execute(sql: CaseTables.first) }
        migrator.registerMigration("2 the work on cases") { try CaseTables.addWork(to: $0) }
        return migrator
    }

    /// `drafts.sqlite`.
    static var drafts: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 drafts") { try $0.execute(sql: DraftTables.first) }
        migrator.registerMigration("2 files") { try $0.execute(sql: DraftTables.files) }
        migrator.registerMigration("3 exits") { try $0.execute(sql: DraftTables.exits) }
        migrator.registerMigration("4 count") { try $0.execute(sql: DraftTables.count) }
        return migrator
    }
}
