import ArgumentParser
import CaseStore
import ContentLoader
import Diagnostics
import Forms

extension Store {
    struct Prune: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells which cases are kept too long by Content/retention.yml, and erases them if asked.",
            discussion: "Without --apply nothing is changed. A case on legal hold is never erased.")

        @OptionGroup var options: Options

        @Option(help: "The folder of the content.")
        var content = "Content"

        @Flag(help: "Erases the cases. It cannot be undone.")
        var apply = false

        @Option(name: .customLong("as"), help: "Who erases; the user who runs the command by default.")
        var name: String?

        @Option(help: "What for.")
        var purpose: String?

        func run() async throws {
            let rules = try rules()
            try await ExitStatus.tellingFaults {
                for force in try await Store.forces(in: options.store, only: options.force) {
                    let store = try SQLiteCaseStore(existing: options.store)
                    let due = try await Erasure.due(by: rules, in: force, of: store)
                    tell(due, of: force, by: rules)
                    guard apply, due.contains(where: { !$0.isHeld }) else { continue }
                    let access = Access(by: name ?? LoginName.current, purpose: purpose)
                    let count = try await Erasure.erase(due, in: force, of: store, by: access)
                    if options.format == .text { print("\(force): \(Generator.count(count, "case")) erased") }
                }
            }
        }

        private func rules() throws -> [RetentionRule] {
            var report = DiagnosticReport()
            let rules: [RetentionRule]
            do {
                rules = try SiteContent.load(content, &report).retention
            } catch {
                throw Generator.machineFault(error) ?? error
            }
            if report.hasErrors {
                StandardError.write(Generator.text(of: report))
                throw ExitStatus.refusal("\(Generator.counts(of: report)): nothing was erased")
            }
            guard !rules.isEmpty else {
                throw ExitStatus.refusal("\(content)/retention.yml names no class: nothing was erased")
            }
            return rules
        }

        private func tell(_ due: [Erasure.Due], of force: ForceID, by rules: [RetentionRule]) {
            guard options.format == .text else {
                for case_ in due {
                    print(
                        JSONLine([
                            "force": force.rawValue, "reference": case_.reference.description,
                            "form": case_.form.rawValue, "class": case_.rule.name, "basis": case_.rule.basis,
                            "held": case_.isHeld ? "yes" : "no", "erased": apply && !case_.isHeld ? "yes" : "no",
                        ]))
                }
                return
            }
            for rule in rules {
                let own = due.filter { $0.rule == rule }
                let held = own.count(where: \.isHeld)
                print(
                    "\(force): \(rule.name): \(Generator.count(own.count - held, "case")) due"
                        + (held > 0 ? ", \(held) on legal hold" : "")
                        + " (\(rule.period) from \(rule.start.rawValue): \(rule.basis))"
                )
            }
            if !apply, !due.isEmpty { print("\(force): nothing was erased: do it with --apply") }
        }
    }
}
