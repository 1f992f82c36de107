import CaseStore
import FastCGI
import Intake
import Logging

/// What answers the requests: a bundle, a store, and who watches both.
struct IntakeParts {
    let intake: LiveIntake
    let store: SQLiteCaseStore
    let metrics: IntakeMetrics
    let logger: Logger
    /// The bundle that was loaded first.
    let bundle: String

    /// - Throws: `ExitCode` after telling why.
    init(_ options: IntakeOptions) throws {
        let logger = Logger(label: "soh-intake")
        let metrics = IntakeMetrics()
        self.logger = logger
        self.metrics = metrics
        do {
            // Another bundle may go live meanwhile: it is then found to be another.
            bundle = BundleWatch.target(of: options.bundle)
            let loaded = try LoadedBundle(current: options.bundle)
            store = try SQLiteCaseStore(
                making: options.store, floor: options.floor << 20, observer: metrics,
                alarm: { force, message in
                    logger.error("store", metadata: ["force": "\(force)", "alarm": "\(message)"])
                })
            intake = LiveIntake(
                IntakeService(
                    bundle: loaded, store: store, limits: ClientLimits(options.rates),
                    observer: RequestLog(logger: logger, metrics: metrics), logger: logger))
        } catch let refusal as LoadedBundle.Refusal {
            throw SohIntake.end(1, "\(refusal); run 'soh build' first, or name its folder with --bundle")
        } catch let fault as StoreFault {
            throw SohIntake.end(2, "cannot use the store \(options.store): \(fault.cause)")
        }
    }

    /// Whether requests are answered.
    func isAlive() async -> Bool {
        let question = Request(parameters: [("REQUEST_METHOD", "GET"), ("REQUEST_URI", "/forms/health")])
        return await intake.respond(to: question).status == 200
    }
}
