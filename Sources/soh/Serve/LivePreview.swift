import CaseStore
import Diagnostics
import Foundation
import Intake
import Logging
import SiteBuilder
import Synchronization

/// The sites as they are while somebody works on them: built anew whenever a file changes. A build that fails leaves
/// the last good sites, and says on every page what is wrong.
final class LivePreview: Sendable {
    /// What is served now.
    struct State: Sendable {
        var service: IntakeService
        var bundle: LoadedBundle
        /// The faults that keep what is on the disk from being served; nil where there are none.
        var faults: String?
        /// Goes up whenever a page may look different.
        var generation = 0
    }

    private let state: Mutex<State>
    private let listeners = Mutex<[Int: AsyncStream<Int>.Continuation]>([:])
    private let options: BuildOptions
    private let store: any CaseStore

    init(_ options: BuildOptions, store: any CaseStore) throws {
        self.options = options
        self.store = store
        let bundle = try LoadedBundle(current: "\(options.output)/intake")
        state = Mutex(State(service: Self.service(bundle, store), bundle: bundle))
    }

    private static func service(_ bundle: LoadedBundle, _ store: any CaseStore) -> IntakeService {
        IntakeService(bundle: bundle, store: store, logger: Logger(label: "intake"))
    }

    var current: State { state.withLock { $0 } }

    /// Builds after every change, until the changes end.
    func follow(_ changes: AsyncStream<Void>) async {
        for await _ in changes { rebuild() }
    }

    private func rebuild() {
        var report = DiagnosticReport()
        let start = ContinuousClock.now
        var faults: String?
        var changed = 0
        do {
            let summary = try SiteBuild(options.build).run(publishing: true, &report)
            changed = summary.changed
            if report.hasErrors || (options.strict && !report.isEmpty) { faults = Generator.text(of: report) }
        } catch {
            faults = "\(error)\n"
        }
        let took = String(format: "%.2f", start.duration(to: .now) / .seconds(1))
        if let faults {
            StandardError.write("\(faults)\(Generator.counts(of: report)): the last good sites stay\n")
        } else {
            let warnings = report.isEmpty ? "" : ", \(Generator.counts(of: report))"
            print("rebuilt in \(took) s: \(changed) files changed\(warnings)")
            fflush(nil)
        }
        guard faults != nil || changed > 0 || current.faults != nil else { return }
        let bundle = faults == nil ? try? LoadedBundle(current: "\(options.output)/intake") : nil
        let generation = state.withLock { state in
            state.faults = faults
            state.generation += 1
            if let bundle {
                state.bundle = bundle
                state.service = Self.service(bundle, store)
            }
            return state.generation
        }
        listeners.withLock { listeners in
            for listener in listeners.values { listener.yield(generation) }
        }
    }

    /// The generations that come after one, each as soon as it is there.
    func generations(after seen: Int) -> AsyncStream<Int> {
        let (stream, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        let number = listeners.withLock { listeners in
            let number = (listeners.keys.max() ?? 0) + 1
            listeners[number] = continuation
            return number
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.listeners.withLock { $0.removeValue(forKey: number) }
        }
        let now = current.generation
        if now > seen { continuation.yield(now) }
        return stream
    }
}
