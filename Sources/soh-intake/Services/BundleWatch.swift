import Foundation
import Intake
import Logging
import ServiceLifecycle
import Telemetry
import UnixSignals

/// Loads the bundle that is live: when another one goes live, and when somebody asks with SIGHUP. One that is refused
/// changes nothing.
struct BundleWatch: Service {
    /// How often it is looked up which bundle is live.
    private static let pause = Duration.seconds(1)

    let folder: String
    let intake: LiveIntake
    let notices: ServiceNotices?
    let logger: Logger
    /// The bundle that is being served.
    let loaded: String

    private enum Occasion {
        case asked, looked
    }

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        let (occasions, queue) = AsyncStream.makeStream(of: Occasion.self, bufferingPolicy: .bufferingNewest(2))
        await withDiscardingTaskGroup { group in
            group.addTask {
                for await _ in signals.cancelOnGracefulShutdown() { queue.yield(.asked) }
            }
            group.addTask {
                while (try? await Task.sleep(for: Self.pause)) != nil { queue.yield(.looked) }
            }
            var tried = loaded
            for await occasion in occasions.cancelOnGracefulShutdown() {
                let current = Self.target(of: folder)
                guard occasion == .asked || current != tried else { continue }
                tried = current
                load()
            }
            group.cancelAll()
        }
    }

    private func load() {
        notices?.send(.reloading)
        do {
            let bundle = try LoadedBundle(current: folder)
            intake.publish(bundle)
            logger.notice("another bundle is served", metadata: ["bundle": "\(Self.target(of: folder))"])
        } catch {
            let reason = (error as? LoadedBundle.Refusal)?.description ?? "\(type(of: error))"
            logger.error("a bundle was refused, the one before is served on", metadata: ["reason": "\(reason)"])
        }
        notices?.send(.ready)
    }

    /// The folder that is named live; empty where none is.
    static func target(of folder: String) -> String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/current")) ?? ""
    }
}
