import FastCGI
import Foundation
import Intake
import ServiceLifecycle
import Telemetry

/// Takes requests until it is told to stop, and then answers whoever has connected.
struct ResponderService: Service {
    let server: Server
    let intake: LiveIntake
    let notices: ServiceNotices?

    func run() async throws {
        // Not before: only while services run is a signal waited for.
        FileHandle.standardOutput.write(Data("ready \(server.address)\n".utf8))
        try await withGracefulShutdownHandler {
            try await server.run { await intake.respond(to: $0) }
        } onGracefulShutdown: {
            notices?.send(.stopping)
            server.stop()
        }
    }
}
