import ArgumentParser
import CaseStore

extension Cases {
    /// The options that say which cases are meant.
    struct Filters: ParsableArguments {
        @Option(help: "The id of a form.")
        var form: String?

        @Option(help: "A status: new, open, waiting or closed.")
        var status: String?

        @Option(help: "The day (from midnight UTC) or the time that a case must not have come in before.")
        var since: String?

        @Option(help: "Words that must all be in what was written, or the reference. The beginning of a word will do.")
        var text: String?

        @Option(help: "How many cases at most; all by default.")
        var limit: Int?

        func validate() throws {
            if let limit, limit < 1 { throw ValidationError("--limit takes a number above 0") }
        }

        /// Whether nothing was asked for.
        var isEmpty: Bool { form == nil && status == nil && since == nil && text == nil && limit == nil }

        func filter() throws -> CaseFilter {
            CaseFilter(
                form: try form.map(Typed.form), status: try status.map { try Typed.choice($0, of: "status") },
                since: try since.map(Typed.time), text: text)
        }
    }
}
