import ContentLoader
import Diagnostics
import Forms
import SiteModel

/// Looks for services that a force offers and has no page for, because the page is one of other forces. A page that is a
/// draft, or whose time has not come or is over, is missing on purpose.
struct ServiceCheck {
    private let content: SiteContent
    private var lacking: [ServiceID: [ForceID]] = [:]

    init(_ content: SiteContent) {
        self.content = content
    }

    mutating func look(at edition: Edition) {
        for service in edition.services where edition.page(at: service.page) == nil {
            // A page that nobody wrote, or that cannot be read, is told of elsewhere.
            guard content.pages.contains(where: { $0.path == service.page }) else { continue }
            if case .upkeep = edition.absent[service.page] { continue }
            lacking[service.id, default: []] += edition.forces.map(\.id)
        }
    }

    func tell(_ report: inout DiagnosticReport) {
        for (service, forces) in lacking {
            guard let location = content.catalogue.locations[service] else { continue }
            let names = forces.sorted().map(\.rawValue).joined(separator: ", ")
            report.warning(
                "service-without-page", at: location, "the page of the service '\(service)' is not for \(names)",
                remedy: "name the service under 'services-off' in the force.yml of \(names), or write a page there")
        }
    }
}
