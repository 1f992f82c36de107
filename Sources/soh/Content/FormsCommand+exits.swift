import ArgumentParser
import CaseStore
import Forms

extension FormsCommand {
    struct Exits: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists how often people left forms by their exits, by day.",
            discussion: "Nothing is kept of who they were.")

        @Option(help: "The folder of the case store.")
        var store: String

        @Option(help: "The id of a force; all by default.")
        var force: String?

        @Option(help: "How results are told: text, or json with one object a line.")
        var format = OutputFormat.text

        func run() async throws {
            let forces = try await Store.forces(in: store, only: force)
            try await ExitStatus.tellingFaults {
                let opened = try SQLiteCaseStore(existing: store)
                for force in forces {
                    for exit in try await opened.exits(in: force) { print(line(exit, of: force)) }
                }
            }
        }

        private func line(_ exit: ExitCount, of force: ForceID) -> String {
            let way = exit.way
            switch format {
            case .text: return "\(exit.day)  \(force)  \(way.form)  \(way.step)  \(way.page)  \(exit.count)"
            case .json:
                let texts = [
                    "day": exit.day.description, "force": force.rawValue, "form": way.form.rawValue,
                    "step": way.step.rawValue, "page": way.page.description,
                ]
                return "\(JSONLine(texts, numbers: ["count": exit.count]))"
            }
        }
    }
}
