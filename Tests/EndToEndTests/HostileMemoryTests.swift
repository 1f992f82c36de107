import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// What a peer can make the intake set aside, in a process that does nothing else.
    @Suite struct HostileMemoryTests {
        /// Names and values that are said to be long, with 20 bytes behind the lengths.
        @Test func case3ALengthThatLiesTakesNoMemory() async throws {
            try await withTemporaryFolder { folder in
                let built = try await Program.run("soh", ["build", "--output", "\(folder)/public"])
                #expect(built.status == 0)
                // The shell becomes the intake, and has written down which process that is.
                let script = """
                    echo $$ >"$1/pid"
                    exec "$0" --bundle "$1/public/intake" --store "$1/store" --listen "unix:$1/s"
                    """
                let intake = try BackgroundProgram(
                    "/bin/sh", ["-c", script, "\(Program.products)/soh-intake", folder], log: "\(folder)/log")
                _ = try await intake.waitUntilReady()
                let lengths: [[UInt8]] = [
                    [0xFF, 0xFF, 0xFF, 0xFF, 0], [1, 0xFF, 0xFF, 0xFF, 0xFF], [0x84, 0, 0, 0, 0],
                    [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
                ]
                let letters = [UInt8](repeating: 0x61, count: 20)
                // What runs for the first time takes memory of its own: a small lie goes the same way.
                for _ in 0..<25 {
                    _ = try await PeerAddress.unix("\(folder)/s").exchange(Self.request([1, 20] + letters))
                }
                let before = try Self.peakMemory(in: folder)
                for _ in 0..<25 {
                    for length in lengths {
                        let answer = try await PeerAddress.unix("\(folder)/s").exchange(Self.request(length + letters))
                        #expect(answer.isEmpty)
                    }
                }
                let growth = try Self.peakMemory(in: folder) - before
                #expect(growth < 8 << 20)
                intake.kill()
            }
        }

        /// The records of a request with these bytes for parameters.
        private static func request(_ pairs: [UInt8]) -> [UInt8] {
            let begin: [UInt8] = [1, 1, 0, 1, 0, 8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
            let parameters: [UInt8] = [1, 4, 0, 1, 0, UInt8(pairs.count), 0, 0]
            let end: [UInt8] = [1, 4, 0, 1, 0, 0, 0, 0]
            return begin + parameters + pairs + end
        }

        /// The most memory that the intake has held, in bytes.
        private static func peakMemory(in folder: String) throws -> Int {
            let id = try String(contentsOfFile: "\(folder)/pid", encoding: .utf8).filter(\.isNumber)
            let status = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM") })
            return (Int(line.filter(\.isNumber)) ?? 0) * 1_024
        }
    }
}
