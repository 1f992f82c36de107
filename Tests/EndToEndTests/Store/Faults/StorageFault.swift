import CaseSamples
import Testing

/// A way in which a disk fails, and what of the work it stops.
struct StorageFault: Sendable, CustomTestStringConvertible {
    enum Reach: Sendable {
        /// Nothing can be acknowledged.
        case everything
        /// Reports that have a file cannot.
        case files
        /// Reports whose file has at least one byte cannot.
        case bytesOfFiles
        /// Everything goes on: it is tried again later, and is safe elsewhere until then.
        case nothing
    }

    /// What fails, as `fault.c` reads it.
    let rule: String
    let reach: Reach

    var testDescription: String { rule }

    static let all = [
        StorageFault(rule: "sync /cases.sqlite-wal$ EIO -1", reach: .everything),
        StorageFault(rule: "write /cases.sqlite-wal$ EIO -1", reach: .everything),
        StorageFault(rule: "write /cases.sqlite-wal$ ENOSPC -1", reach: .everything),
        StorageFault(rule: "sync /cases.sqlite$ EIO -1", reach: .nothing),
        StorageFault(rule: "write /cases.sqlite$ EIO -1", reach: .nothing),
        StorageFault(rule: "write /cases.sqlite$ ENOSPC -1", reach: .nothing),
        StorageFault(rule: "write /spool/ EIO -1", reach: .bytesOfFiles),
        StorageFault(rule: "write /spool/ ENOSPC -1", reach: .bytesOfFiles),
        StorageFault(rule: "sync /spool/ EIO -1", reach: .files),
        StorageFault(rule: "rename /evidence/ EIO -1", reach: .files),
        StorageFault(rule: "sync /evidence$ EIO -1", reach: .files),
    ]

    /// Whether it stops the sample of that number.
    func stops(_ number: Int) -> Bool {
        switch reach {
        case .everything: true
        case .files: CaseSample.hasFile(number)
        case .bytesOfFiles: CaseSample.hasBytes(number)
        case .nothing: false
        }
    }
}
