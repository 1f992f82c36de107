import ServiceLifecycle
import Telemetry

/// Serves metrics until the intake stops.
struct MetricsService: Service {
    let server: MetricsServer

    func run() async throws {
        try? await gracefulShutdown()
        await server.stop()
    }
}
