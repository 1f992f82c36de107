import ContentLoader
import Diagnostics
import Forms
import SiteModel

/// Looks for what somebody should have read again by now.
struct UpkeepCheck {
    let content: SiteContent
    let today: CalendarDate

    func run(_ report: inout DiagnosticReport) {
        for page in content.pages {
            guard let due = page.upkeep.reviewBy, due < today, page.upkeep.absence(on: today, preview: true) == nil
            else { continue }
            let who = page.upkeep.owner.map { "ask \($0) to read it again" } ?? "read it again"
            report.warning(
                "review-overdue", at: page.location, "this page was to be reviewed by \(due)",
                remedy: "\(who), and set a new 'reviewed' and 'review-by'")
        }
        for fact in content.facts {
            guard let due = fact.reviewBy, due < today else { continue }
            let source = fact.source.map { "look it up (\($0))" } ?? "look it up"
            report.warning(
                "review-overdue", at: fact.location, "'\(fact.name)' was to be reviewed by \(due)",
                remedy: "\(source), and set a new 'reviewed' and 'review-by'")
        }
        if let security = content.site?.security, security.expires <= today {
            report.warning(
                "security-contact-expired", at: SourceLocation(file: "\(content.root)/site.yml"),
                "the security contact expired on \(security.expires)",
                remedy: "make sure that somebody reads it, and set a new 'expires'")
        }
        for page in content.pages {
            guard let reviewed = page.upkeep.reviewed, reviewed > today else { continue }
            report.warning(
                "reviewed-in-future", at: page.location, "this page was reviewed on \(reviewed), which is yet to come",
                remedy: "set 'reviewed' to the day when it was read")
        }
    }
}
