import CaseSamples
import CaseStore

/// Many callers that send samples to a store, each waiting until its last one is acknowledged or refused.
struct Load: Sendable {
    private let settings: LoadSettings
    private let store: SQLiteCaseStore

    init(_ settings: LoadSettings, on store: SQLiteCaseStore) {
        self.settings = settings
        self.store = store
    }

    /// Sends new samples.
    func send() async {
        await withCallers { caller in
            var index = caller
            while index < settings.count ?? .max {
                let sample = CaseSample(settings.first + index, withFiles: settings.hasFiles)
                let force = sample.force(among: settings.forces)
                await send(sample, as: LoadAttempt(number: sample.number, force: force, key: DraftKey()))
                index += settings.callers
                if settings.pause > .zero { try? await Task.sleep(for: settings.pause) }
            }
        }
    }

    /// Sends samples that were tried before.
    func send(_ attempts: [LoadAttempt]) async {
        await withCallers { caller in
            for index in stride(from: caller, to: attempts.count, by: settings.callers) {
                let attempt = attempts[index]
                await deliver(CaseSample(attempt.number, withFiles: settings.hasFiles), as: attempt)
            }
        }
    }

    private func withCallers(_ work: @escaping @Sendable (_ caller: Int) async -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<settings.callers { group.addTask { await work(caller) } }
        }
    }

    private func send(_ sample: CaseSample, as attempt: LoadAttempt) async {
        StandardOutput.write(.tried(attempt))
        if sample.isSentByTwo {
            async let other: Void = deliver(sample, as: attempt)
            await deliver(sample, as: attempt)
            await other
        } else {
            await deliver(sample, as: attempt)
        }
        if sample.isSentAgain { await deliver(sample, as: attempt) }
    }

    private func deliver(_ sample: CaseSample, as attempt: LoadAttempt) async {
        do {
            let reference = try await sample.send(to: store, for: attempt.force, with: attempt.key)
            StandardOutput.write(.acknowledged(attempt, reference))
        } catch {
            let code = (error as? StoreFault)?.code.rawValue ?? "\(type(of: error))"
            StandardOutput.write(.refused(number: attempt.number, force: attempt.force, code: code))
        }
    }
}
