import ArgumentParser
import CaseStore
import FastCGI
import Glibc
import Intake
import Logging
import NIOCore
import NIOPosix
import SiteBuilder
import SiteModel
import UnixSignals

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Builds the sites, serves them on this machine, forms included, and builds them anew when they change.",
        discussion: """
            One host per force: http://gwent.localhost:8080/. The forms go through the intake over FastCGI, as they \
            do behind a web server. 'ready ADDRESS' is printed when everything listens.
            """)

    @OptionGroup var options: BuildOptions

    @Option(help: "The port on the loopback address.")
    var port = 8080

    @Option(help: "The folder of the case store. It is made where there is none.")
    var store = ".store"

    private func cases() throws -> SQLiteCaseStore {
        try SQLiteCaseStore(
            making: store, alarm: { force, message in StandardError.write("soh: store \(force): \(message)\n") })
    }

    func run() async throws {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var options = options
        options.preview = true
        let summary = try Generator(options).run(publishing: true)
        let preview: LivePreview
        do {
            preview = try LivePreview(options, store: try cases())
        } catch let fault as StoreFault {
            throw ExitStatus.machineFault("cannot use the store \(store): \(fault.cause)")
        }
        let web = try await listen()
        let folder = try Self.makeTemporaryFolder()
        defer { rmdir(folder) }
        let socket = Address.unix(path: "\(folder)/intake.sock")
        var limits = Limits()
        limits.body = IntakeService.longestBody
        let intake = try await Server.listen(on: socket, limits: limits)
        let site = LocalSite(root: options.output, preview: preview, intake: Client(to: socket), port: web.port)
        guard let watch = FolderWatch([options.content, options.templates]) else {
            throw ExitStatus.machineFault("cannot watch \(options.content): \(String(cString: strerror(errno)))")
        }
        tell(summary, port: web.port, bundle: preview.current.bundle)
        try await Self.untilSignalled {
            watch.stop()
            web.stop()
            intake.stop()
        } running: { group in
            group.addTask { try await intake.run { await preview.current.service.respond(to: $0) } }
            group.addTask { try await web.run { await site.respond(to: $0) } }
            group.addTask { await preview.follow(watch.changes) }
        }
    }

    private func listen() async throws -> WebServer {
        do {
            return try await WebServer.listen(port: port)
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ExitStatus.machineFault(
                "port \(port) is taken: stop what listens there, or choose another with --port")
        } catch let error as IOError {
            throw ExitStatus.machineFault(
                "cannot listen on port \(port): \(String(cString: strerror(error.errnoCode)))")
        }
    }

    /// Runs servers until SIGINT or SIGTERM stops them.
    private static func untilSignalled(
        stop: @escaping @Sendable () -> Void, running start: (inout ThrowingTaskGroup<Void, any Error>) -> Void
    ) async throws {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        try await withThrowingTaskGroup(of: Void.self) { group in
            start(&group)
            group.addTask {
                for await _ in signals {
                    stop()
                    return
                }
            }
            try await group.waitForAll()
        }
    }

    /// A folder of our own for the intake's socket: a path short enough, that nobody else can have made.
    private static func makeTemporaryFolder() throws -> String {
        var template = Array("/tmp/soh-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw ExitStatus.machineFault("cannot make a folder in /tmp: \(String(cString: strerror(errno)))")
        }
        return String(cString: made)
    }

    private func tell(_ summary: BuildSummary, port: Int, bundle: LoadedBundle) {
        let counts = [(summary.forces, "force"), (summary.pages, "page"), (summary.changed, "file")]
            .map { Generator.count($0, $1) }.joined(separator: ", ")
        print("\(counts) changed: \(options.output)")
        print("ready http://localhost:\(port)/")
        print("  every force:  http://localhost:\(port)/")
        let hosts = bundle.contents.forces.values.flatMap(\.hosts).sorted()
        if let host = hosts.first(where: { $0.hasPrefix("gwent.") }) ?? hosts.first {
            print("  one of them:  http://\(host):\(port)/")
        }
        print("  the cases:    soh cases list --store \(store)")
        print("Ctrl-C stops it.")
        fflush(nil)
    }
}
