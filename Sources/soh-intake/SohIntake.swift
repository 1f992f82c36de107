import ArgumentParser
import CaseStore
import FastCGI
import Foundation
import Intake
import Logging
import NIOCore
import ServiceLifecycle
import Telemetry
import UnixSignals

/// The FastCGI executable: reads its configuration, listens, and ends cleanly.
@main
struct SohIntake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soh-intake",
        abstract: "Receives the forms of the sites behind a web server, over FastCGI.",
        discussion: """
            It prints 'ready ADDRESS' when it listens. SIGTERM and SIGINT end it once whoever has connected is answered, \
            after 30 seconds at most. When another bundle goes live it is loaded within a second, and on SIGHUP; one \
            that is damaged is refused, and the one before is served on. It ends with status 1 where the request is at \
            fault, and 2 where the machine is.

            Each option may stand in the environment: SOH_INTAKE_STORE=DIR is --store DIR. The command line counts more.
            """)

    @OptionGroup var options: IntakeOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let format = options.log ?? LogFormat.standard(environment)
        LoggingSystem.bootstrap { _ in
            var handler = LineLogHandler(format)
            handler.logLevel = options.logLevel
            return handler
        }
        let parts = try IntakeParts(options)
        guard
            let address = options.listen ?? InheritedSocket.fromSystemd(environment)
                ?? InheritedSocket.onStandardInput()
        else {
            guard CommonGateway.isRequested(by: environment) else {
                throw Self.end(1, "nothing to listen on: say where, with --listen unix:PATH or HOST:PORT")
            }
            let isWritten = await CommonGateway.answer(environment: environment, limits: options.limits) {
                await parts.intake.respond(to: $0)
            }
            guard isWritten else { throw ExitCode(2) }
            return
        }
        let notices = ServiceNotices(environment)
        let server = try await Self.listening(on: address) {
            try await Server.listen(
                on: address, peers: options.peers.isEmpty ? nil : Set(options.peers), limits: options.limits)
        }
        var services: [any Service] = []
        if let notices { services.append(NoticeService(notices: notices) { await parts.isAlive() }) }
        if let address = options.metrics {
            let metrics = try await Self.listening(on: address) {
                try await MetricsServer.listen(on: address) { await parts.metrics.page(of: parts.store) }
            }
            services.append(MetricsService(server: metrics))
        }
        services.append(
            BundleWatch(
                folder: options.bundle, intake: parts.intake, notices: notices, logger: parts.logger,
                loaded: parts.bundle))
        services.append(ResponderService(server: server, intake: parts.intake, notices: notices))
        // They are told to stop from the last to the first: systemd hears to the end that the intake is alive.
        try await ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: Self.quiet)
        ).run()
    }

    /// What the lifecycle itself would tell is told by the services.
    private static let quiet: Logger = {
        var logger = Logger(label: "lifecycle")
        logger.logLevel = .error
        return logger
    }()

    private static func listening<Listener>(on address: Address, _ listen: () async throws -> Listener) async throws
        -> Listener
    {
        do {
            return try await listen()
        } catch let error as IOError {
            throw end(2, "cannot listen on \(address): \(String(cString: strerror(error.errnoCode)))")
        } catch {
            throw end(2, "cannot listen on \(address): \(error)")
        }
    }

    static func main() async {
        do {
            let environment = EnvironmentOptions.arguments(of: ProcessInfo.processInfo.environment)
            try await parse(environment + CommandLine.arguments.dropFirst()).run()
        } catch  where exitCode(for: error) == .validationFailure {
            // A fault of usage has the status of our contract, and not that of sysexits.
            FileHandle.standardError.write(Data("\(fullMessage(for: error))\n".utf8))
            exit(withError: ExitCode(1))
        } catch {
            exit(withError: error)
        }
    }

    static func end(_ status: Int32, _ message: String) -> ExitCode {
        FileHandle.standardError.write(Data("soh-intake: \(message)\n".utf8))
        return ExitCode(status)
    }
}
