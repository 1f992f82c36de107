import ContentLoader
import Diagnostics
import Forms

/// Reviews that are due, and the age of facts.
struct UpkeepItems {
    let content: SiteContent
    let today: CalendarDate

    /// How many days before it is due a review is listed.
    private static let notice = 60

    /// Pages and facts whose review is due or will be soon, the first due first.
    var reviews: [ContentReport.Item] {
        let pages = content.pages.filter { $0.upkeep.absence(on: today, preview: true) == nil }.map {
            (file: $0.location.file, due: $0.upkeep.reviewBy, owner: $0.upkeep.owner)
        }
        let facts = content.facts.map {
            (file: "\($0.location.file) \($0.name)", due: $0.reviewBy, owner: String?.none)
        }
        return (pages + facts).compactMap { entry -> (CalendarDate, ContentReport.Item)? in
            guard let due = entry.due, due < today.adding(days: Self.notice) else { return nil }
            let owner = entry.owner.map { ", \($0)" } ?? ""
            let detail = due < today ? "overdue since \(due)\(owner)" : "due by \(due)\(owner)"
            return (due, .init(kind: .review, subject: entry.file, detail: detail))
        }.sorted { ($0.0, $0.1.subject) < ($1.0, $1.1.subject) }.map(\.1)
    }

    /// Every national number and every fact by age: those that nobody ever looked up first.
    var facts: [ContentReport.Item] {
        content.facts.sorted { one, other in
            (one.reviewed ?? .distantPast, one.name) < (other.reviewed ?? .distantPast, other.name)
        }.map { fact in
            let age = fact.reviewed.map { "looked up on \($0)" } ?? "never looked up"
            let source = fact.source.map { ", \($0)" } ?? ""
            return .init(kind: .fact, subject: fact.name, detail: "\(fact.value.en): \(age)\(source)")
        }
    }
}
