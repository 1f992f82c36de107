import Crypto
import Forms
import Glibc

/// The folder of one force: its databases, and its files on their way in and at rest.
final class ForceFolder: Sendable {
    let path: String
    /// Where this process receives files. It is locked while the process lives.
    private let spool: String
    private let lock: FileLock

    var cases: String { "\(path)/cases.sqlite" }
    var drafts: String { "\(path)/drafts.sqlite" }
    /// The files of cases.
    var evidence: String { "\(path)/evidence" }
    /// The files of drafts, sealed.
    var sealed: String { "\(path)/sealed" }
    /// There where a commit has failed, until the log was moved to the database.
    var doubt: String { "\(path)/.in-doubt" }
    /// The spools of all processes.
    var spools: String { "\(path)/spool" }

    /// Opens the folder of a force, which is there.
    init(_ path: String) throws {
        self.path = path
        for name in ["evidence", "sealed", "spool"] { try Self.make("\(path)/\(name)") }
        let unique = SymmetricKey(size: .bits128).withUnsafeBytes { $0.hexadecimal }
        spool = "\(path)/spool/\(getpid())-\(unique)"
        try Self.make(spool)
        guard let lock = try FileLock("\(spool)/.lock") else {
            throw StoreFault(.unavailable, "the spool is locked")
        }
        self.lock = lock
        for folder in [path, spools, evidence, sealed] { try synchronize(folder: folder) }
    }

    deinit {
        unlink("\(spool)/.lock")
        rmdir(spool)
    }

    /// Makes a folder that only this user can look into, unless it is there.
    static func make(_ path: String) throws {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw StoreFault.ofSystem(path)
    }

    func spooled(_ id: EvidenceID) -> String { "\(spool)/\(id)" }

    func evidence(_ id: EvidenceID) -> String { "\(evidence)/\(id)" }

    func sealed(_ id: EvidenceID) -> String { "\(sealed)/\(id)" }
}
