package import Diagnostics
import Forms
package import SiteModel

/// The catalogue of services, and where it says what.
package struct LocatedCatalogue: Sendable {
    package internal(set) var catalogue = ServiceCatalogue()
    /// Where each service names its page.
    package internal(set) var locations: [ServiceID: SourceLocation] = [:]
}

/// Reads `services.yml`.
struct CatalogueReader {
    private static let serviceKeys = ["page", "in", "also", "related", "signposts"]
    private static let sectionKeys = serviceKeys + ["services"]

    let signposts: Set<String>
    private var located = LocatedCatalogue()
    /// Services that others are related to, with the place that says so.
    private var named: [(id: String, location: SourceLocation)] = []
    private var pages: [PagePath: ServiceID] = [:]

    static func read(
        _ value: YAMLValue, signposts: Set<String>, _ report: inout DiagnosticReport
    ) -> LocatedCatalogue {
        var reader = CatalogueReader(signposts: signposts)
        for entry in value.mapping(&report)?.entries ?? [] {
            guard let mapping = entry.value.mapping(keys: sectionKeys, &report),
                let front = reader.service(entry, mapping, &report)
            else { continue }
            reader.addSection(front, mapping, &report)
        }
        reader.checkRelated(&report)
        return reader.located
    }

    /// Adds a section with its services. One of them may be a section itself.
    private mutating func addSection(
        _ front: Service, _ mapping: YAMLMapping, in parent: ServiceID? = nil, _ report: inout DiagnosticReport
    ) {
        var section = ServiceSection(front: front, services: [], parent: parent)
        var inner: [(Service, YAMLMapping)] = []
        let keys = parent == nil ? Self.sectionKeys : Self.serviceKeys
        for entry in mapping["services"]?.mapping(&report)?.entries ?? [] {
            guard let mapping = entry.value.mapping(keys: keys, &report),
                let service = service(entry, mapping, &report)
            else { continue }
            section.services.append(service)
            if mapping["services"] != nil { inner.append((service, mapping)) }
        }
        located.catalogue.sections.append(section)
        for (front, mapping) in inner { addSection(front, mapping, in: section.front.id, &report) }
    }

    private init(signposts: Set<String>) {
        self.signposts = signposts
    }

    private mutating func service(
        _ entry: YAMLMapping.Entry, _ mapping: YAMLMapping, _ report: inout DiagnosticReport
    ) -> Service? {
        let page = mapping.parsed("page", as: "the path of a page", &report) { PagePath($0) }
        guard let id = ServiceID(rawValue: entry.key) else {
            report.error("malformed", at: entry.location, "'\(entry.key)' is not an id", remedy: idRemedy)
            return nil
        }
        if located.locations.updateValue(mapping["page"]?.location ?? entry.location, forKey: id) != nil {
            report.error(
                "duplicate-id", at: entry.location, "the id '\(id)' stands twice in the catalogue",
                remedy: "choose another")
        }
        guard let page else { return nil }
        if let other = pages.updateValue(id, forKey: page) {
            report.error(
                "duplicate-path", at: mapping["page"]?.location ?? entry.location,
                "the page \(page) already belongs to the service '\(other)'", remedy: "a page is one service")
        }
        return Service(
            id: id, page: page, alsoKnownAs: alsoKnownAs(mapping["also"], &report),
            related: related(mapping["related"], &report), signposts: signposts(mapping["signposts"], &report),
            places: places(mapping["in"], &report))
    }

    private func alsoKnownAs(_ value: YAMLValue?, _ report: inout DiagnosticReport) -> [Language: [String]] {
        guard let mapping = value?.mapping(keys: Language.allCases.map(\.rawValue), &report) else { return [:] }
        var words: [Language: [String]] = [:]
        for language in Language.allCases {
            guard let list = mapping[language.rawValue]?.list(&report) else { continue }
            words[language] = list.compactMap { $0.text(&report) }
        }
        return words
    }

    private mutating func related(_ value: YAMLValue?, _ report: inout DiagnosticReport) -> [ServiceID] {
        (value?.list(&report) ?? []).compactMap { item in
            guard let text = item.text(&report) else { return nil }
            named.append((text, item.location))
            return ServiceID(rawValue: text)
        }
    }

    private func signposts(_ value: YAMLValue?, _ report: inout DiagnosticReport) -> [String] {
        (value?.list(&report) ?? []).compactMap { item in
            guard let name = item.text(&report) else { return nil }
            if signposts.contains(name) { return name }
            report.error(
                "unknown-signpost", at: item.location, "there is no signpost '\(name)' in site.yml",
                remedy: Suggestion.remedy(for: name, among: signposts))
            return nil
        }
    }

    private func places(_ value: YAMLValue?, _ report: inout DiagnosticReport) -> Set<Service.Place> {
        let places = (value?.list(&report) ?? []).compactMap { item -> Service.Place? in
            guard let text = item.text(&report) else { return nil }
            if let place = Service.Place(rawValue: text) { return place }
            report.error(
                "unknown-place", at: item.location, "a service cannot be offered in '\(text)'",
                remedy: Suggestion.remedy(for: text, among: Service.Place.allCases.map(\.rawValue)))
            return nil
        }
        return Set(places)
    }

    private func checkRelated(_ report: inout DiagnosticReport) {
        let known = Set(located.locations.keys.map(\.rawValue))
        for name in named where !known.contains(name.id) {
            report.error(
                "unknown-service", at: name.location, "there is no service '\(name.id)'",
                remedy: Suggestion.remedy(for: name.id, among: known))
        }
    }
}
