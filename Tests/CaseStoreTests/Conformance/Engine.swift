import TestSupport
import Testing

@testable import CaseStore

/// An engine that the suite of every case store runs on.
enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { rawValue }

    /// Runs a test with an empty store, and what opens it anew.
    func with(
        _ clock: TestClock = TestClock(),
        _ body: (_ store: any CaseStore, _ reopen: () throws -> any CaseStore) async throws -> Void
    ) async throws {
        switch self {
        case .sqlite:
            try await withTemporaryFolder { folder in
                let open = { try SQLiteCaseStore(making: folder, floor: 0, now: { clock.now }) }
                try await body(try open(), open)
            }
        }
    }
}
