import ServiceLifecycle
import Telemetry

/// Tells systemd that the intake is ready, and then that it is alive.
struct NoticeService: Service {
    let notices: ServiceNotices
    /// Whether the intake answers. It is asked before systemd is told so.
    let isAlive: @Sendable () async -> Bool

    func run() async throws {
        notices.send(.ready)
        guard let patience = notices.patience else {
            try? await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: patience / 2)) != nil {
                if await isAlive() { notices.send(.alive) }
            }
        }
    }
}
