package import CaseStore
package import FastCGI
import Forms
package import Foundation
package import Logging
import SiteModel
import TemplateEngine

/// What the intake needs of a case store: no case can be read through it.
package typealias IntakeStore = SubmissionStore & DraftStore & EvidenceStore

/// Receives the forms: decodes, follows the journey, judges, stores, and draws what comes next.
package struct IntakeService: Sendable {
    /// The longest body of a request that is for a form with files, in bytes.
    package static let longestBody = FormReader.longestUpload

    let bundle: LoadedBundle
    let store: any IntakeStore
    let now: @Sendable () -> Date
    private let logger: Logger

    package init(
        bundle: LoadedBundle, store: any IntakeStore, logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.bundle = bundle
        self.store = store
        self.logger = logger
        self.now = now
    }

    /// Answers a request. Whatever it holds, there is an answer.
    package func respond(to request: Request) async -> Response {
        var response = await answer(request)
        if request.first("REQUEST_METHOD") == "HEAD" {
            response.body = []
            response.stream = nil
        }
        return response
    }

    private func answer(_ request: Request) async -> Response {
        let words = bundle.words(in: .english)
        let head: RequestHead
        let force: ForceID
        do {
            head = try RequestHead(request)
            force = try head.force(in: bundle)
        } catch {
            return BarePage.response(to: error, words: words)
        }
        if let search = SearchVisit(head: head, force: force, service: self) {
            do {
                return try await search.answer()
            } catch is CancellationError {
                return search.pages.problem(.internalError)
            } catch {
                logger.error("search", metadata: ["force": "\(force)", "fault": "\(type(of: error))"])
                return search.pages.problem(error as? Problem ?? .internalError)
            }
        }
        let route = Route(head.path)
        let pages = pages(for: route, force: force)
        guard let route, let visit = Visit(route, head: head, force: force, pages: pages, service: self) else {
            return pages.problem(.notFound)
        }
        do {
            return try await visit.answer()
        } catch let problem as Problem {
            return pages.problem(problem)
        } catch let fault as StoreFault {
            logger.error("store", metadata: ["force": "\(force)", "fault": "\(fault)"])
            return pages.problem(head.method == .post ? .notSaved : .internalError)
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
