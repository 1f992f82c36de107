import ArgumentParser
import CaseStore
import FastCGI
import Foundation
import Intake
import Logging
import NIOCore
import UnixSignals

/// The FastCGI executable: reads its configuration, listens, and ends cleanly.
@main
struct SohIntake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soh-intake",
        abstract: "Receives the forms of the sites behind a web server, over FastCGI.",
        discussion: """
            It prints 'ready ADDRESS' when it listens. SIGTERM and SIGINT end it once the requests that have come in \
            are answered. It ends with status 1 where the request is at fault, and 2 where the machine is.
            """)

    @Option(help: "The folder of the bundles that 'soh build' makes.")
    var bundle = "public/intake"

    @Option(help: "The folder of the case store. It is made where there is none.")
    var store: String

    @Option(
        help: """
            Where to listen: unix:PATH, HOST:PORT or fd:N. Without it: the socket of systemd, else standard input if \
            that is a socket (spawn-fcgi). Started as plain CGI it answers one request and ends.
            """,
        transform: { text in
            guard let address = Address(text) else { throw ValidationError("'\(text)' is no address to listen on") }
            return address
        })
    var listen: Address?

    @Option(
        name: .customLong("allow-peer"),
        help: "The IP address of a web server that may connect; may be repeated. Needed beyond loopback.")
    var peers: [String] = []

    @Option(help: "How many connections are served at once. More wait until one has ended.")
    var connections = Limits().connections

    @Option(help: "How many requests are answered at once. More are refused; the web server answers 503.")
    var requests = Limits().requests

    @Option(help: "How many seconds a web server may be silent while it is its turn.")
    var idle = Int(Limits().idle.components.seconds)

    @Option(help: "How many seconds a request may take.")
    var total = Int(Limits().total.components.seconds)

    @Option(help: "How many MiB of the disk are kept for words: below that no files are taken.")
    var floor = SQLiteCaseStore.defaultFloor >> 20

    private var limits: Limits {
        var limits = Limits()
        limits.connections = connections
        limits.requests = requests
        limits.body = IntakeService.longestBody
        limits.idle = .seconds(idle)
        limits.total = .seconds(total)
        return limits
    }

    func validate() throws {
        let counts = ["connections": connections, "requests": requests, "idle": idle, "total": total, "floor": floor]
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) where !(1...1_000_000).contains(count) {
            throw ValidationError("--\(name) begins at 1, and ends at 1,000,000")
        }
        guard let listen, !listen.isLocal, peers.isEmpty else { return }
        throw ValidationError("\(listen) is open to other machines: say which may connect, with --allow-peer")
    }

    func run() async throws {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        let environment = ProcessInfo.processInfo.environment
        let service = try service()
        guard let address = listen ?? InheritedSocket.fromSystemd(environment) ?? InheritedSocket.onStandardInput()
        else {
            guard CommonGateway.isRequested(by: environment) else {
                throw Self.end(1, "nothing to listen on: say where, with --listen unix:PATH or HOST:PORT")
            }
            let isWritten = await CommonGateway.answer(environment: environment, limits: limits) {
                await service.respond(to: $0)
            }
            guard isWritten else { throw ExitCode(2) }
            return
        }
        let server: Server
        do {
            server = try await Server.listen(on: address, peers: peers.isEmpty ? nil : Set(peers), limits: limits)
        } catch let error as IOError {
            throw Self.end(2, "cannot listen on \(address): \(String(cString: strerror(error.errnoCode)))")
        } catch {
            throw Self.end(2, "cannot listen on \(address): \(error)")
        }
        FileHandle.standardOutput.write(Data("ready \(server.address)\n".utf8))
        try await Self.serve(server, service)
    }

    /// What ended first.
    private enum End {
        case server, signal
    }

    /// Serves until a signal comes, and then until the requests that have come in are answered.
    private static func serve(_ server: Server, _ service: IntakeService) async throws {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        try await withThrowingTaskGroup(of: End.self) { group in
            group.addTask {
                try await server.run { await service.respond(to: $0) }
                return .server
            }
            group.addTask {
                for await _ in signals { break }
                server.stop()
                return .signal
            }
            if try await group.next() == .signal { _ = try await group.next() }
            group.cancelAll()
        }
    }

    static func main() async {
        do {
            try await parse().run()
        } catch  where exitCode(for: error) == .validationFailure {
            // A fault of usage has the status of our contract, and not that of sysexits.
            FileHandle.standardError.write(Data("\(fullMessage(for: error))\n".utf8))
            exit(withError: ExitCode(1))
        } catch {
            exit(withError: error)
        }
    }

    private func service() throws -> IntakeService {
        do {
            let loaded = try LoadedBundle(current: bundle)
            let logger = Logger(label: "soh-intake")
            let cases = try SQLiteCaseStore(
                making: store, floor: floor << 20,
                alarm: { force, message in
                    logger.error("store", metadata: ["force": "\(force)", "alarm": "\(message)"])
                })
            return IntakeService(bundle: loaded, store: cases, logger: logger)
        } catch let refusal as LoadedBundle.Refusal {
            throw Self.end(1, "\(refusal); run 'soh build' first, or name its folder with --bundle")
        } catch let fault as StoreFault {
            throw Self.end(2, "cannot use the store \(store): \(fault.cause)")
        }
    }

    private static func end(_ status: Int32, _ message: String) -> ExitCode {
        FileHandle.standardError.write(Data("soh-intake: \(message)\n".utf8))
        return ExitCode(status)
    }
}
