package import FastCGI
import Synchronization

/// Answers each request from the bundle that is live when it comes in, and has another bundle take over without a request
/// being lost: one that has begun keeps the bundle that it began with.
package final class LiveIntake: Sendable {
    private let current: Mutex<IntakeService>

    package init(_ service: IntakeService) {
        current = Mutex(service)
    }

    package func respond(to request: Request) async -> Response {
        await current.withLock { $0 }.respond(to: request)
    }

    /// Has a bundle answer from now on.
    package func publish(_ bundle: LoadedBundle) {
        current.withLock { $0 = $0.serving(bundle) }
    }
}
