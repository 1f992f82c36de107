import CaseStore
import Diagnostics
import FastCGI
import Forms
import Foundation
import Logging
import SiteBuilder
import SiteModel
import TestSupport

@testable import Intake

/// The intake over the real content and templates, with a store of its own: requests go in, responses come out.
struct SampleIntake: Sendable {
    let service: IntakeService
    let store: SQLiteCaseStore
    let folder: String
    let definitions: [String: String]

    static func with(
        losing: Bool = false, hidingSent: Bool = false, rates: ClientLimits.Rates = .init(),
        _ body: (SampleIntake) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let bundle = try PublishedSites.shared.get()
            let store = try SQLiteCaseStore(making: "\(folder)/store")
            let now = Date(timeIntervalSince1970: 1_790_000_000)
            let used = LosingStore(store, losses: losing ? 1 : 0, hidesSent: hidingSent)
            let service = IntakeService(
                bundle: bundle, store: used, limits: ClientLimits(rates), logger: Logger(label: "test"), now: { now })
            let digests = (bundle.contents.editions.first?.forms ?? [:]).map { ($0.key.rawValue, $0.value.definition) }
            try await body(
                SampleIntake(
                    service: service, store: store, folder: folder,
                    definitions: Dictionary(uniqueKeysWithValues: digests)))
        }
    }

    /// Sends a request with these parameters besides those of a plain GET to Gwent.
    func send(
        _ method: String = "GET", _ uri: String, body: String? = nil, _ changes: [(name: String, value: String)] = []
    ) async -> Reply {
        let parameters = Self.parameters(method, uri, length: body?.utf8.count, changes)
        let request = Request(parameters: parameters, body: Array((body ?? "").utf8))
        return Reply(await service.respond(to: request))
    }

    /// The parameters of a plain request to Gwent, with others besides.
    ///
    /// - Parameters:
    ///   - length: How long the body is, in bytes; nil for a request without one.
    ///   - changes: Each takes the place of its namesakes. The value `-` leaves the parameter out.
    static func parameters(
        _ method: String, _ uri: String, length: Int? = nil, _ changes: [(name: String, value: String)] = []
    ) -> [(name: String, value: String)] {
        var parameters: [(name: String, value: String)] = [
            ("REQUEST_METHOD", method), ("REQUEST_URI", uri), ("HTTP_HOST", "gwent.localhost:8080"),
        ]
        if let length {
            parameters.append(("CONTENT_TYPE", "application/x-www-form-urlencoded"))
            parameters.append(("CONTENT_LENGTH", "\(length)"))
        }
        for change in changes { parameters.removeAll { $0.name == change.name } }
        return parameters + changes.filter { $0.value != "-" }
    }

    /// A good StreetSafe report, as a browser posts it.
    var streetSafe: String { Self.encoded(streetSafeFields) }

    /// The fields of a good StreetSafe report.
    var streetSafeFields: [(name: String, value: String)] {
        [
            ("_definition", definitions["streetsafe"] ?? ""), ("website", ""), ("road", "High Street"),
            ("town", "Newport"), ("cause", "surroundings"), ("environment", "lighting"), ("time-of-day", timeOfDay),
        ]
    }

    /// The fields of the first step of a burglary report, answered so that it goes on.
    var burglaryFields: [(name: String, value: String)] {
        [("_definition", definitions["burglary"] ?? ""), ("website", ""), ("happening-now", "no")]
    }

    /// Fields as a browser posts them.
    static func encoded(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(HTMLForm.encoded($0.name))=\(HTMLForm.encoded($0.value))" }.joined(separator: "&")
    }

    /// Any choice that the form offers.
    private var timeOfDay: String {
        let digest = definitions["streetsafe"] ?? ""
        let questions = service.bundle.definitions[digest]?.definition.steps.flatMap(\.questions) ?? []
        return questions.first { $0.id.rawValue == "time-of-day" }?.kind.behaviour.choices?.first ?? ""
    }

    struct Reply {
        let status: Int
        let html: HTMLPage
        private let headers: [(name: String, value: String)]

        init(_ response: Response) {
            status = response.status
            headers = response.headers
            html = HTMLPage(String(decoding: response.body, as: UTF8.self))
        }

        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }
}
