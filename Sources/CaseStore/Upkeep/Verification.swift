package import Forms
import FoundationEssentials
import GRDB
import Glibc

/// Looks at everything in the store of one force, and changes nothing.
///
/// It looks at the bytes first and at what they mean after that: SQLite would pass over a damaged log in silence, and read
/// on after many a change of a byte. It may be done while an intake is at work.
package struct Verification {
    /// What was found.
    package struct Result: Sendable {
        package let force: ForceID
        /// What is wrong, the first first.
        package let findings: [StoreFinding]
        package let counts: StoreCounts
    }

    /// How often bytes are read that are not right: an intake may be writing them at this moment.
    static let tries = 5
    /// How long it waits between two tries, in microseconds.
    static let pause: UInt32 = 20_000
    /// How much is told of one kind of fault.
    static let longestList = 20

    private let force: ForceID
    let path: String
    /// The name of the database in it.
    let database: String
    /// Whether each file of a case is read, which takes hours where there are many; otherwise its length is enough.
    let readsFiles: Bool
    var findings: [StoreFinding] = []
    var counts = StoreCounts()

    private init(_ force: ForceID, path: String, database: String = "cases.sqlite", readsFiles: Bool = true) {
        self.force = force
        self.path = path
        self.database = database
        self.readsFiles = readsFiles
    }

    /// - Parameter path: The folder of the force.
    package static func run(_ force: ForceID, at path: String) async throws -> Result {
        try await StoreThread.run {
            var verification = Verification(force, path: path)
            verification.look()
            return Result(force: force, findings: verification.findings, counts: verification.counts)
        }
    }

    /// What is wrong first with the bytes of a database, which a copy of it would hide; nil where all is well.
    static func damage(of force: ForceID, at path: String) -> StoreFinding? {
        var verification = Verification(force, path: path)
        verification.lookAtBytes()
        return verification.findings.first
    }

    /// Looks at a copy whose files were read when they were copied.
    static func ofCopy(_ force: ForceID, at path: String, database: String) -> Result {
        var verification = Verification(force, path: path, database: database, readsFiles: false)
        verification.look()
        return Result(force: force, findings: verification.findings, counts: verification.counts)
    }

    private mutating func lookAtBytes() {
        lookAtLog()
        lookAtPages()
    }

    private mutating func look() {
        lookAtBytes()
        // With pages that are not what they were, what SQLite finds would say less than this does.
        guard findings.isEmpty else { return }
        do {
            let cases = try DatabaseQueue.reading("\(path)/\(database)")
            try cases.read { try lookAtRows($0) }
            try lookAtEvidence(cases)
            if FileManager.default.fileExists(atPath: "\(path)/drafts.sqlite") {
                try DatabaseQueue.reading("\(path)/drafts.sqlite").read { try lookAtStructure($0, "drafts.sqlite") }
            }
        } catch {
            let cause = (StoreFault.translating(error) as? StoreFault)?.cause ?? "\(type(of: error))"
            find(database, "it cannot be read: \(cause)")
        }
    }

    private func faultOfLog() -> LogFile.Fault? {
        func read(_ name: String) -> [UInt8] {
            (try? Data(contentsOf: URL(filePath: "\(path)/\(database)\(name)"))).map(Array.init) ?? []
        }
        var fault: LogFile.Fault?
        for _ in 1...Self.tries {
            // The index first: a log that grows meanwhile has at least what it tells.
            let index = read("-shm")
            fault = LogFile.fault(in: read("-wal"), index: index)
            guard fault != nil else { return nil }
            usleep(Self.pause)
        }
        return fault
    }

    mutating func find(_ file: String, _ message: String) {
        findings.append(StoreFinding(file: file, message: message))
    }

    private mutating func lookAtLog() {
        switch faultOfLog() {
        case nil: break
        case .header: find("\(database)-wal", "its header was changed: what was saved last may be missing")
        case .damaged(let frame):
            find("\(database)-wal", "frame \(frame) was changed: what was saved from there on is missing")
        case .cutOff(let frames, let all):
            find("\(database)-wal", "it ends after \(frames) of \(all) frames: what was saved last is missing")
        }
    }
}
