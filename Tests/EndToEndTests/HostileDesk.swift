import Foundation
import TestSupport
import Testing

/// A front desk with a second nginx before the same intake, for clients that write what no browser does.
struct HostileDesk: Sendable {
    /// How the web server hands a body on: when it has come as a whole, or as it comes.
    enum Way: String, CaseIterable, Sendable {
        case buffered, streamed
    }

    /// A form of Gwent as its page has it, answered well.
    struct Form: Sendable {
        let uri: String
        let fields: [(name: String, value: String)]
        /// What the browser sends of a draft.
        var headers: [String] = []

        var body: String {
            fields.map { "\(HTMLForm.encoded($0.name))=\(HTMLForm.encoded($0.value))" }.joined(separator: "&")
        }

        var request: WebRequest { WebRequest(posting: body, to: uri, headers) }
    }

    let desk: FrontDesk
    private let buffering: BackgroundProgram
    private let bufferingPort: UInt16
    /// A report that is sent at once.
    let report: Form
    /// The first step of a report whose draft is there already.
    let step: Form

    var forms: [Form] { [report, step] }

    static func with(_ body: (HostileDesk) async throws -> Void) async throws {
        try await FrontDesk.with { desk in
            let port = try FreePort.find()
            let buffering = try await WebServerProgram.nginx.start(
                in: desk.folder, port: port, intake: desk.intakeAddress,
                options: ["--http", "127.0.0.1:\(port)"] + FrontDesk.forces
            ) {
                $0.replacingOccurrences(of: "fastcgi_request_buffering off;", with: "fastcgi_request_buffering on;")
            }
            let report = try Self.form("streetsafe", of: desk)
            var step = try Self.form("burglary", of: desk)
            let begun = try WebAnswer(await desk.address.exchange(step.request.bytes))
            let cookie = try #require(begun.header("Set-Cookie")?.split(separator: ";").first)
            step.headers = ["Cookie: \(cookie)"]
            try await body(
                HostileDesk(
                    desk: desk, buffering: buffering, bufferingPort: port, report: report, step: step))
            buffering.kill()
        }
    }

    func send(_ bytes: [UInt8], by way: Way, endsSending: Bool = false) async throws -> WebAnswer {
        try WebAnswer(await address(way).exchange(bytes, endsSending: endsSending))
    }

    /// Sends what must leave nothing behind: no case, no change of a draft, no file. The next good request is answered
    /// as ever.
    func sendHostile(
        _ bytes: [UInt8], by way: Way, endsSending: Bool = false, _ name: String,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> WebAnswer {
        let before = try stored()
        let answer = try await send(bytes, by: way, endsSending: endsSending)
        let isUntouched = try stored() == before
        #expect(isUntouched, "\(name), \(way): something was left", sourceLocation: location)
        let next = try await send(report.request.bytes, by: way)
        #expect(next.status == 303, "\(name), \(way): the next good request", sourceLocation: location)
        return answer
    }

    /// The files of the store by path, byte for byte. What SQLite shares between processes changes when it only reads.
    private func stored() throws -> [String: Data] {
        try FileTree.read("\(desk.folder)/store").filter { !$0.key.hasSuffix("-shm") }
    }

    private func address(_ way: Way) -> PeerAddress {
        switch way {
        case .streamed: desk.address
        case .buffered: .loopback(port: bufferingPort)
        }
    }

    private static func form(_ name: String, of desk: FrontDesk) throws -> Form {
        let form = try FrontDesk.publishedForm(name, in: desk.folder)
        return Form(uri: form.action, fields: form.fields())
    }
}
