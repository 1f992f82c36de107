import CaseStore
import FastCGI
import Forms

/// One request of a monitor: `/forms/health` tells that the process answers, `/forms/health/ready` whether it can take
/// reports. It is for no force.
struct HealthVisit {
    private enum Question: String {
        case live = "/forms/health"
        case ready = "/forms/health/ready"
    }

    private let question: Question
    private let head: RequestHead
    private let store: any StoreHealth

    /// Nil where the request is for something else.
    init?(head: RequestHead, store: any StoreHealth) {
        guard let question = Question(rawValue: head.path) else { return nil }
        self.question = question
        self.head = head
        self.store = store
    }

    /// The words are for machines, and stay as they are. Room for files is told and is no reason to turn words away.
    func answer() async throws -> Response {
        guard head.method != .post else { throw Problem.methodNotAllowed }
        guard question == .ready else { return Self.response(200, "live") }
        do {
            let hasRoom = try await store.check()
            return Self.response(200, hasRoom ? "ready" : "ready, no room for files")
        } catch is StoreFault {
            return Self.response(503, "not ready, the store cannot be written")
        }
    }

    private static func response(_ status: Int, _ text: String) -> Response {
        Response(
            status: status, headers: [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")],
            body: Array("\(text)\n".utf8))
    }
}
