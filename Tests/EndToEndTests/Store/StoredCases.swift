import CaseSamples
import CaseStore
import Forms
import Synchronization

/// The cases that a store has, by the number of the sample that they were made from.
struct StoredCases {
    private let store: SQLiteCaseStore
    private(set) var byNumber: [Int: [CaseRecord]] = [:]
    /// The references of cases that were made from no sample.
    private(set) var strange: [Reference] = []

    init(in folder: String) async throws {
        store = try SQLiteCaseStore(existing: folder)
        for force in try await store.forces() {
            for record in try await store.allCases(in: force) {
                if let number = CaseSample.number(in: record.answers) {
                    byNumber[number, default: []].append(record)
                } else {
                    strange.append(record.reference)
                }
            }
        }
    }

    /// The numbers of which there is more than one case.
    var doubled: [Int] { byNumber.filter { $0.value.count > 1 }.keys.sorted() }

    /// The reference of the one case of a number.
    func reference(of number: Int) -> Reference? {
        guard let records = byNumber[number], records.count == 1 else { return nil }
        return records.first?.reference
    }

    /// The numbers of the cases that are not what was sent, to the last byte.
    func broken(withFiles: Bool) async throws -> [Int] {
        var broken: [Int] = []
        for (number, records) in byNumber {
            let sample = CaseSample(number, withFiles: withFiles)
            for record in records {
                let files = try await files(of: record)
                if !sample.isWhole(record.answers) || files != [sample.file].compactMap({ $0 }) {
                    broken.append(number)
                }
            }
        }
        return broken.sorted()
    }

    private func files(of record: CaseRecord) async throws -> [[UInt8]] {
        var files: [[UInt8]] = []
        for evidence in record.evidence {
            let file = Gathered()
            let found = try await store.handOut(
                evidence.file.id, of: record.reference, in: record.force, by: Access(by: "test"),
                to: { file.take($0) })
            if found != nil { files.append(file.bytes) }
        }
        return files
    }

    /// The numbers of the attempts whose key leads to another case than the one that is there.
    func misled(_ attempts: some Sequence<LoadAttempt>) async throws -> [Int] {
        var misled: [Int] = []
        for attempt in attempts {
            let found = try await store.reference(ofDraft: attempt.key, in: attempt.force)
            if found != reference(of: attempt.number) { misled.append(attempt.number) }
        }
        return misled.sorted()
    }

    private final class Gathered: Sendable {
        private let gathered = Mutex<[UInt8]>([])

        var bytes: [UInt8] { gathered.withLock { $0 } }

        func take(_ bytes: [UInt8]) { gathered.withLock { $0 += bytes } }
    }
}
