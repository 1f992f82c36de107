import Forms
import SiteBuilder

/// What authors should look at, as `soh check --report content` prints it.
enum ContentReportText {
    static func lines(of report: ContentReport, as format: OutputFormat) -> String {
        switch format {
        case .text: ContentReport.Kind.allCases.map { section($0, of: report) }.joined(separator: "\n")
        case .json:
            report.items.map { item in
                "\(JSONLine(["kind": item.kind.rawValue, "subject": item.subject, "detail": item.detail]))"
            }.joined(separator: "\n")
        }
    }

    private static func section(_ kind: ContentReport.Kind, of report: ContentReport) -> String {
        let items = report.items(of: kind)
        return (["\(title(of: kind)): \(items.count.grouped)"] + items.map { "  \($0.subject)  \($0.detail)" })
            .joined(separator: "\n")
    }

    private static func title(of kind: ContentReport.Kind) -> String {
        switch kind {
        case .review: "Reviews that are due"
        case .missingWelsh: "Pages without Welsh"
        case .staleWelsh: "Welsh that is stale"
        case .unreviewedWelsh: "Welsh that awaits a translator's review"
        case .deviation: "What forces have otherwise"
        case .unlinked: "Pages that nothing leads to"
        case .hard: "Pages that are harder to read than the others"
        case .fact: "Numbers and facts, the oldest first"
        }
    }
}
