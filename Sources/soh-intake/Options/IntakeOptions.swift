import ArgumentParser
import CaseStore
import FastCGI
import Intake
import Logging
import Telemetry

/// What the intake can be told.
struct IntakeOptions: ParsableArguments {
    @Option(help: "The folder of the bundles that 'soh build' makes.")
    var bundle = "public/intake"

    @Option(help: "The folder of the case store. It is made where there is none.")
    var store: String

    @Option(
        help: """
            Where to listen: unix:PATH, HOST:PORT or fd:N. Without it: the socket of systemd, else standard input if \
            that is a socket (spawn-fcgi). Started as plain CGI it answers one request and ends.
            """,
        transform: Self.address)
    var listen: Address?

    @Option(
        name: .customLong("allow-peer"),
        help: "The IP address of a web server that may connect; may be repeated. Needed beyond loopback.")
    var peers: [String] = []

    @Option(
        help: "Where metrics are served to Prometheus: unix:PATH or HOST:PORT of this machine. Nowhere by default.",
        transform: Self.address)
    var metrics: Address?

    @Option(
        help: "How the log is written to standard error: text, json or journal. As suits where it leads by default.")
    var log: LogFormat?

    @Option(
        help: "What is logged: debug, info (each request, the default), notice, warning or error.",
        transform: { text in
            guard let level = Logger.Level(rawValue: text) else { throw ValidationError("'\(text)' is no level") }
            return level
        })
    var logLevel = Logger.Level.info

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

    @Option(
        help:
            "How many posts with files a client may make a minute in the long run. At once it may make five times as many."
    )
    var uploads = ClientLimits.Rates().uploads

    @Option(help: "How many drafts a client may begin a minute. More are kept for an hour only, and take no files.")
    var drafts = ClientLimits.Rates().drafts

    @Option(help: "How often a client may search a minute.")
    var searches = ClientLimits.Rates().searches

    var limits: Limits {
        var limits = Limits()
        limits.connections = connections
        limits.requests = requests
        limits.body = IntakeService.longestBody
        limits.idle = .seconds(idle)
        limits.total = .seconds(total)
        return limits
    }

    var rates: ClientLimits.Rates {
        var rates = ClientLimits.Rates()
        rates.uploads = uploads
        rates.drafts = drafts
        rates.searches = searches
        return rates
    }

    func validate() throws {
        let counts = [
            "connections": connections, "requests": requests, "idle": idle, "total": total, "floor": floor,
            "uploads": uploads, "drafts": drafts, "searches": searches,
        ]
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) where !(1...1_000_000).contains(count) {
            throw ValidationError("--\(name) begins at 1, and ends at 1,000,000")
        }
        if let metrics, !metrics.isLocal { throw ValidationError("--metrics: \(metrics) is open to other machines") }
        guard let listen, !listen.isLocal, peers.isEmpty else { return }
        throw ValidationError("\(listen) is open to other machines: say which may connect, with --allow-peer")
    }

    @Sendable private static func address(_ text: String) throws -> Address {
        guard let address = Address(text) else { throw ValidationError("'\(text)' is no address to listen on") }
        return address
    }
}

extension LogFormat: ExpressibleByArgument {}
