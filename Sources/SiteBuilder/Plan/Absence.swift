import Forms
import SiteModel

/// Why a page that was written is not on a site.
enum Absence: Sendable, Hashable {
    /// It is a draft, or its days have not come or are over.
    case upkeep(String)
    /// It is for other forces.
    case audience
    /// The service that it belongs to is switched off.
    case service(ServiceID)

    /// The reason, as it goes on after "it".
    func reason(for force: ForceID) -> String {
        switch self {
        case .upkeep(let reason): reason
        case .audience: "is not for \(force)"
        case .service(let service): "belongs to the service '\(service)', which \(force) has switched off"
        }
    }
}
