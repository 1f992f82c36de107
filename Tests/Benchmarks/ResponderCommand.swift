import FastCGI
import Intake
import NIOCore

/// Reads each request to its end, answers 303 and keeps nothing: what FastCGI costs without a form behind it.
///
/// The server has the limits of `soh-intake`. It runs until it is killed.
struct ResponderCommand {
    let address: Address

    static let usage = "benchmarks responder --listen unix:PATH"

    /// Nil where the arguments ask for nothing of the kind.
    init?(_ arguments: [String]) {
        guard arguments.count == 3, arguments[0] == "responder", arguments[1] == "--listen",
            let address = Address(arguments[2])
        else { return nil }
        self.address = address
    }

    /// - Throws: Where the system refuses the address.
    func run() async throws {
        var limits = Limits()
        limits.body = IntakeService.longestBody
        let server = try await Server.listen(on: address, limits: limits)
        try await server.run { await Self.answer($0) }
    }

    /// An answer with as many headers as that to a report, and as long. 400 where the body ends early.
    private static func answer(_ request: Request) async -> Response {
        let announced = request.first("CONTENT_LENGTH").flatMap { Int($0) }
        do {
            var length = 0
            for try await bytes in request.body { length += bytes.readableBytes }
            guard length == announced ?? length else { return Response(status: 400) }
        } catch {
            return Response(status: 400)
        }
        return Response(
            status: 303,
            headers: [("Location", "/forms/streetsafe/done/GWE-STS-0000-0000-0000-0"), ("Cache-Control", "no-store")])
    }
}
