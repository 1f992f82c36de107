import Forms
import GRDB

extension ForceDatabase {
    func countExit(_ exit: ExitCount.Way, on day: CalendarDate) async throws {
        try await drafts.write { database in
            try database.execute(
                sql: """
                    INSERT INTO exits (form, step, page, day, count) VALUES (?, ?, ?, ?, 1)
                    ON CONFLICT (day, form, step, page) DO UPDATE SET count = count + 1
                    """,
                arguments: [exit.form.rawValue, exit.step.rawValue, exit.page.description, day.description])
        }
    }

    func exits() async throws -> [ExitCount] {
        try await drafts.read { database in
            try Row.fetchAll(
                database, sql: "SELECT form, step, page, day, count FROM exits ORDER BY day, form, step, page"
            ).map { row in
                guard let form = FormID(rawValue: row["form"]), let step = StepID(rawValue: row["step"]),
                    let page = PagePath(row["page"] as String), let day = CalendarDate(iso: row["day"])
                else { throw StoreFault(.corrupt, "a row of exits") }
                return ExitCount(way: .init(form: form, step: step, page: page), day: day, count: row["count"])
            }
        }
    }
}
