package import CaseStore
package import FastCGI
import Forms
package import Foundation
package import Logging
import SiteModel
import TemplateEngine

/// What the intake needs of a case store: no case can be read through it.
package typealias IntakeStore = SubmissionStore & DraftStore & EvidenceStore & StoreHealth

/// Receives the forms: decodes, follows the journey, judges, stores, and draws what comes next.
package final class IntakeService: Sendable {
    /// The longest body of a request that is for a form with files, in bytes.
    package static let longestBody = FormReader.longestUpload

    let bundle: LoadedBundle
    let store: any IntakeStore
    let limits: ClientLimits
    let observer: any IntakeObserver
    let now: @Sendable () -> Date
    private let logger: Logger

    package init(
        bundle: LoadedBundle, store: any IntakeStore, limits: ClientLimits = ClientLimits(),
        observer: any IntakeObserver = NoObserver(), logger: Logger, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.bundle = bundle
        self.store = store
        self.limits = limits
        self.observer = observer
        self.logger = logger
        self.now = now
    }

    /// The same service with another bundle.
    func serving(_ bundle: LoadedBundle) -> IntakeService {
        IntakeService(bundle: bundle, store: store, limits: limits, observer: observer, logger: logger, now: now)
    }

    /// Answers a request. Whatever it holds, there is an answer.
    package func respond(to request: Request) async -> Response {
        let begun = ContinuousClock.now
        var record = RequestRecord(id: RequestID(given: request.first("SOH_REQUEST")))
        var response = await answer(request, &record)
        record.status = response.status
        record.bytes = response.body.count
        if request.first("REQUEST_METHOD") == "HEAD" {
            response.body = []
            response.stream = nil
        }
        record.duration = .now - begun
        observer.answered(record)
        return response
    }

    private func answer(_ request: Request, _ record: inout RequestRecord) async -> Response {
        let words = bundle.words(in: .english)
        let head: RequestHead
        let force: ForceID
        do {
            head = try RequestHead(request)
            record.isPost = head.method == .post
            if let health = HealthVisit(head: head, store: store) {
                record.route = .health
                return try await health.answer()
            }
            force = try head.force(in: bundle)
            record.force = force
        } catch {
            return BarePage.response(to: error as? Problem ?? .internalError, words: words)
        }
        if let search = SearchVisit(head: head, force: force, service: self) {
            record.route = .search
            return await answer(search.pages, force: force, isPost: false) { try await search.answer() }
        }
        let route = Route(head.path)
        let pages = pages(for: route, force: force)
        guard let route, let visit = Visit(route, head: head, force: force, pages: pages, service: self) else {
            return pages.problem(.notFound)
        }
        record.route = route.place.kind
        record.form = route.form
        record.isAnonymous = visit.current.definition.identity == .none
        return await answer(pages, force: force, isPost: head.method == .post) { try await visit.answer() }
    }

    /// Answers with what a visit does, or else with the page of what went wrong.
    private func answer(
        _ pages: IntakePages, force: ForceID, isPost: Bool, _ visit: () async throws -> Response
    ) async -> Response {
        do {
            return try await visit()
        } catch let problem as Problem {
            return pages.problem(problem)
        } catch let fault as StoreFault {
            log(fault, force: force)
            return pages.problem(isPost ? .notSaved : .internalError)
        } catch let fault as TemplateError {
            logger.error("template", metadata: ["at": "\(fault.location)", "fault": "\(fault.code.rawValue)"])
            return pages.problem(.internalError)
        } catch is CancellationError {
            // The request was given up: the answer reaches nobody.
            return pages.problem(.internalError)
        } catch {
            logger.error("request", metadata: ["force": "\(force)", "fault": "\(type(of: error))"])
            return pages.problem(.internalError)
        }
    }

    private func pages(for route: Route?, force: ForceID) -> IntakePages {
        let served = bundle.contents.forces[force]?.languages ?? [.english]
        let language = route.map(\.language).flatMap { served.contains($0) ? $0 : nil } ?? .english
        var versions: [Language: String] = [:]
        if let route, let form = bundle.contents.form(route.form, of: force) {
            for other in form.languages where served.contains(other) { versions[other] = route.url(in: other) }
        }
        return IntakePages(bundle: bundle, force: force, language: language, versions: versions)
    }

    func log(_ fault: StoreFault, force: ForceID) {
        logger.error("store", metadata: ["force": "\(force)", "fault": "\(fault)"])
    }
}
