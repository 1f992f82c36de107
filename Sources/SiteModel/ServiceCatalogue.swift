package import Forms

package enum ServiceScope {}

/// The id of a service or of a section of services, unique in the catalogue.
package typealias ServiceID = Identifier<ServiceScope>

/// Something that citizens can do or read on a site: one page, and where it is offered.
package struct Service: Sendable, Hashable {
    package var id: ServiceID
    package var page: PagePath
    /// Other words that people look for it by, which the A–Z lists and the search finds.
    package var alsoKnownAs: [Language: [String]]
    /// Services that people who need this one may need too.
    package var related: [ServiceID]
    /// The national numbers that belong to it, by name.
    package var signposts: [String]
    package var places: Set<Place>

    /// Where a service or a section is offered besides the front of its section.
    package enum Place: String, Sendable, CaseIterable {
        /// On every page.
        case navigation
        /// On every page.
        case footer
        /// On the home page, among what most people come for.
        case home
    }

    package init(
        id: ServiceID, page: PagePath, alsoKnownAs: [Language: [String]] = [:], related: [ServiceID] = [],
        signposts: [String] = [], places: Set<Place> = []
    ) {
        self.id = id
        self.page = page
        self.alsoKnownAs = alsoKnownAs
        self.related = related
        self.signposts = signposts
        self.places = places
    }
}

/// Services that stand together: the page in front of them, and the services in their order.
package struct ServiceSection: Sendable, Hashable {
    /// The section as a service of its own: its page and where that is offered.
    package var front: Service
    package var services: [Service]
    /// The section that the front is a service of; nil for a section that stands at the top.
    package var parent: ServiceID?

    package init(front: Service, services: [Service], parent: ServiceID? = nil) {
        self.front = front
        self.services = services
        self.parent = parent
    }
}

/// Every service, in the order in which it is offered: what navigation, section fronts, the A–Z, related links and
/// footers are made from.
package struct ServiceCatalogue: Sendable, Hashable {
    package var sections: [ServiceSection]

    package init(sections: [ServiceSection] = []) {
        self.sections = sections
    }

    /// Sections and services alike, each once, and each section before its services.
    package var all: [Service] { sections.flatMap { ($0.parent == nil ? [$0.front] : []) + $0.services } }

    /// What is left where some services are switched off. A section that is switched off takes its services along.
    package func without(_ ids: Set<ServiceID>) -> ServiceCatalogue {
        ServiceCatalogue(
            sections: sections.filter { section in
                !ids.contains(section.front.id) && section.parent.map(ids.contains) != true
            }.map { section in
                var left = section
                left.services.removeAll { ids.contains($0.id) }
                return left
            })
    }
}
