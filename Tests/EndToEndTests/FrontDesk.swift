import Foundation
import TestSupport
import Testing

/// Tests that start programs. One after the other: each has enough to do with two cores.
@Suite(.serialized) enum EndToEnd {}

/// The whole of it as force IT runs it: the sites of the real content, a web server in front, the intake behind.
final class FrontDesk: Sendable {
    /// The sites that the tests look at.
    static let forces = ["gwent", "kent", "btp"].flatMap { ["--force", $0] }

    let folder: String
    /// Where the web server listens on this machine.
    let port: UInt16
    let intake: BackgroundProgram
    /// Where the intake listens.
    let intakeAddress: String
    private let server: BackgroundProgram

    /// Runs a test in front of it.
    ///
    /// - Parameters:
    ///   - listeningOnTCP: Whether the web server reaches the intake over TCP, and not over a unix socket.
    ///   - options: What the intake is told besides.
    static func with(
        _ server: WebServerProgram = .nginx, listeningOnTCP: Bool = false, options: [String] = [],
        _ body: (FrontDesk) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try await Self.putSites(in: folder)
            let desk = try await FrontDesk(server, in: folder, listeningOnTCP: listeningOnTCP, options)
            try await body(desk)
            desk.server.kill()
            desk.intake.kill()
        }
    }

    /// Puts sites that nobody else changes into `public` of a folder.
    static func putSites(in folder: String) async throws {
        let sites = try await sites.value
        let copied = try await Program.run("/bin/cp", ["-a", sites, "\(folder)/public"])
        guard copied.status == 0 else { throw Failure(text: copied.errors) }
    }

    /// The folder of the sites, which are built once for all tests.
    private static let sites = Task {
        let folder = "\(Program.root)/.build/test-sites"
        let built = try await Program.run("soh", ["build", "--preview", "--precompress", "--output", folder] + forces)
        guard built.status == 0 else { throw Failure(text: built.errors) }
        return folder
    }

    struct Failure: Error {
        let text: String
    }

    private init(
        _ server: WebServerProgram, in folder: String, listeningOnTCP: Bool, _ options: [String]
    ) async throws {
        self.folder = folder
        port = try FreePort.find()
        let wanted = listeningOnTCP ? "127.0.0.1:0" : "unix:\(folder)/intake.sock"
        intake = try Self.startIntake(in: folder, listen: wanted, options: options)
        intakeAddress = try await intake.waitUntilReady()
        self.server = try await server.start(
            in: folder, port: port, intake: intakeAddress, options: ["--http", "127.0.0.1:\(port)"] + Self.forces)
    }

    /// - Parameter input: A socket that becomes its standard input; nil for one that it listens on by itself.
    static func startIntake(
        in folder: String, listen: String? = nil, input: Int32? = nil, options: [String] = []
    ) throws -> BackgroundProgram {
        // Tests are one client, and ask for more than any other.
        let rates = ["--uploads", "--drafts", "--searches"].flatMap { [$0, "100000"] }
        return try BackgroundProgram(
            "\(Program.products)/soh-intake",
            ["--bundle", "\(folder)/public/intake", "--store", "\(folder)/store"]
                + (listen.map { ["--listen", $0] } ?? [])
                + rates + options,
            log: "\(folder)/intake.log", input: input)
    }

    /// The form that a report of Gwent begins on, as it was published in a folder.
    static func publishedForm(_ name: String = "streetsafe", in folder: String) throws -> HTMLForm {
        let page = "\(folder)/public/gwent/report/\(name).html"
        return try #require(HTMLPage(try String(contentsOfFile: page, encoding: .utf8)).form)
    }

    /// Publishes the sites once more, with another title for the report of a burglary.
    func publish(titled title: String) async throws {
        let content = "\(folder)/Content"
        try FileManager.default.copyItem(atPath: "\(Program.root)/Content", toPath: content)
        let page = "\(content)/national/report/burglary.md"
        let text = try String(contentsOfFile: page, encoding: .utf8)
        try text.replacingOccurrences(of: "title: Report a burglary", with: "title: \(title)")
            .write(toFile: page, atomically: true, encoding: .utf8)
        let built = try await Program.run(
            "soh", ["build", "--content", content, "--output", "\(folder)/public"] + Self.forces)
        try #require(built.status == 0, "\(built.errors)")
    }

    var address: PeerAddress { .loopback(port: port) }

    /// A browser at one force's address.
    func browser(_ force: String) -> Browser { Browser(address, host: "\(force).localhost:\(port)") }

    /// What `soh cases list --format json` prints, one case a line.
    func cases() async throws -> [[String: Any]] {
        let listed = try await Program.run("soh", ["cases", "list", "--store", "\(folder)/store", "--format", "json"])
        guard listed.status == 0 else { throw Failure(text: listed.errors) }
        return try listed.output.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }
}
