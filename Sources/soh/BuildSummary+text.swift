import Foundation
import SiteBuilder

extension BuildSummary {
    /// What the run came to, as a small table.
    ///
    /// - Parameter outcome: What became of it all.
    func text(of outcome: String) -> String {
        let rows = [
            ("forces", "\(forces)"), ("languages", "\(languages)"),
            ("sites", "\(sites), one for each force and language"), ("pages", "\(pages)"),
            ("untranslated", "\(untranslated), shown in English on a Welsh site"), ("files changed", "\(changed)"),
            ("warnings", "\(warnings)"),
            ("time", "\(Self.seconds(total)) s: \(stages)"),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        let lines = rows.map { name, value in
            "  \(name)\(String(repeating: " ", count: width - name.count))  \(value)"
        }
        return (["\(Generator.count(forces, "force")), \(Generator.count(pages, "page")): \(outcome)"] + lines).joined(
            separator: "\n")
    }

    /// The same for programs: one line of JSON with sorted keys. Times are in milliseconds.
    var json: String {
        let stages = times.sorted { $0.stage.rawValue < $1.stage.rawValue }.map { time in
            "\"\(time.stage.rawValue)\":\(Int(time.duration / .milliseconds(1)))"
        }
        return "{\"changed\":\(changed),\"forces\":\(forces),\"languages\":\(languages),\"pages\":\(pages),"
            + "\"sites\":\(sites),\"stages\":{\(stages.joined(separator: ","))},"
            + "\"untranslated\":\(untranslated),\"warnings\":\(warnings)}"
    }

    private var total: Duration { times.reduce(.zero) { $0 + $1.duration } }

    private var stages: String {
        times.map { "\($0.stage.rawValue) \(Self.seconds($0.duration))" }.joined(separator: ", ")
    }

    private static func seconds(_ duration: Duration) -> String {
        String(format: "%.2f", duration / .seconds(1))
    }
}
