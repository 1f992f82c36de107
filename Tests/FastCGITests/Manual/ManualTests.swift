import Foundation
import TestSupport
import Testing

@testable import FastCGI

/// The example of the manual is what is compiled here, and does what the manual says.
@Suite struct ManualTests {
    @Test func theManualShowsTheExample() throws {
        let manual = "\(Program.root)/Sources/FastCGI/FastCGI.docc/FastCGI.md"
        let example = URL(filePath: #filePath).deletingLastPathComponent().path + "/Echo.swift"
        let code = try String(contentsOfFile: example, encoding: .utf8)
        #expect(try String(contentsOfFile: manual, encoding: .utf8).contains("```swift\n\(code)```\n"))
        #expect(code.split(separator: "\n", omittingEmptySubsequences: false).count <= 21)
    }

    @Test func theManualNamesEveryLimit() throws {
        let manual = "\(Program.root)/Sources/FastCGI/FastCGI.docc/FastCGI.md"
        let text = try String(contentsOfFile: manual, encoding: .utf8)
        for limit in Mirror(reflecting: Limits()).children { #expect(text.contains("| `\(limit.label ?? "")` |")) }
    }

    @Test func theExampleEchoes() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/s"
            let serving = Task { try await serveEchoes(on: .unix(path: path)) }
            while !PeerAddress.unix(path).isListening { await Task.yield() }
            let client = Client(to: .unix(path: path))
            let body = [UInt8](repeating: 0x61, count: 1 << 20)
            let echoed = try await client.send(Request(parameters: [("REQUEST_METHOD", "POST")], body: body))
            #expect(echoed.status == 200 && echoed.body == body)
            let refused = try await client.send(Request(parameters: [("REQUEST_METHOD", "GET")]))
            #expect(refused.status == 405)
            serving.cancel()
            _ = try? await serving.value
        }
    }
}
