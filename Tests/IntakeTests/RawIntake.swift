import CaseSamples
import CaseStore
import FastCGI
import Forms
import Foundation
import Intake
import TestSupport
import Testing

/// The whole intake behind a FastCGI server, with a real store, for a peer that writes records as bytes.
struct RawIntake: Sendable {
    let sample: SampleIntake
    private let address: PeerAddress
    /// What the browser holds of a burglary report whose first step is answered.
    let cookie: String

    static func with(_ body: (RawIntake) async throws -> Void) async throws {
        try await SampleIntake.with { sample in
            let path = "\(sample.folder)/s"
            let server = try await Server.listen(on: .unix(path: path))
            let service = sample.service
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run { await service.respond(to: $0) } }
                let report = await sample.send("POST", Self.streetSafe, body: sample.streetSafe)
                try #require(report.status == 303)
                let step = await sample.send("POST", Self.burglary, body: SampleIntake.encoded(sample.burglaryFields))
                let cookie = try #require(step.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
                try await body(RawIntake(sample: sample, address: .unix(path), cookie: cookie))
                server.stop()
                try await group.waitForAll()
            }
        }
    }

    /// The only step of a form that is sent at once.
    static let streetSafe = "/forms/streetsafe/place"
    /// The first step of a form that is kept in a draft.
    static let burglary = "/forms/burglary/emergency"

    /// A good report, sent at once.
    var report: RawRequest { RawRequest(posting: Array(sample.streetSafe.utf8), to: Self.streetSafe) }

    /// A report without a town, which is shown again with everything that was typed.
    ///
    /// - Parameter count: How much was typed, in bytes.
    func faultyReport(typing count: Int) -> RawRequest {
        let typed = ["road": String(repeating: "x", count: count), "town": ""]
        let fields = sample.streetSafeFields.map { (name: $0.name, value: typed[$0.name] ?? $0.value) }
        return RawRequest(posting: Array(SampleIntake.encoded(fields).utf8), to: Self.streetSafe)
    }

    /// A good report behind another request on the same connection: it is answered only if the connection was kept.
    var secondReport: RawRequest { report.with { $0.id = 2 } }

    /// A good step of the draft that is there.
    var step: RawRequest {
        let body = Array(SampleIntake.encoded(sample.burglaryFields).utf8)
        return RawRequest(posting: body, to: Self.burglary, [("HTTP_COOKIE", cookie)])
    }

    func send(_ bytes: [UInt8], chunk: Int = 1 << 16) async throws -> RawAnswer {
        RawAnswer(try await address.exchange(bytes, chunk: chunk))
    }

    /// Sends what must leave nothing behind: no case, no change of a draft, no file. The next good request is answered
    /// as ever.
    ///
    /// - Parameters:
    ///   - name: What a failure is told with.
    ///   - end: What is enough to have read; nil to read until the connection is closed.
    func sendHostile(
        _ bytes: [UInt8], _ name: String, endsSending: Bool = false, until end: String? = nil,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> RawAnswer {
        let before = try stored()
        let answer = RawAnswer(try await address.exchange(bytes, endsSending: endsSending, until: end))
        let isUntouched = try stored() == before
        #expect(isUntouched, "\(name): something was left", sourceLocation: location)
        let next = try await send(report.bytes)
        #expect(next.status() == 303, "\(name): the next good request", sourceLocation: location)
        return answer
    }

    /// The cases of Gwent, the newest first.
    func cases() async throws -> [CaseRecord] {
        try await sample.store.allCases(in: try #require(ForceID(rawValue: "gwent")))
    }

    /// How many reports of Gwent were taken in. What is alike is one case, which tells how often it came.
    func accepted() async throws -> Int {
        let force = try #require(ForceID(rawValue: "gwent"))
        var count = 0
        for record in try await cases() {
            let access = Access(by: "test")
            let file = try await sample.store.file(record.reference, in: force, as: .viewed, by: access)
            count += file?.events.count { $0.kind == .received || $0.kind == .repeated } ?? 0
        }
        return count
    }

    /// The files of the store by path, byte for byte. What SQLite shares between processes changes when it only reads.
    private func stored() throws -> [String: Data] {
        try FileTree.read("\(sample.folder)/store").filter { !$0.key.hasSuffix("-shm") }
    }
}
