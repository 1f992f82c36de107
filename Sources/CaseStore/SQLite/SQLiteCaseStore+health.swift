import FoundationEssentials
import Glibc
import Synchronization

extension SQLiteCaseStore {
    /// How long a finding holds, in seconds.
    private static let memory: TimeInterval = 5

    package func check() async throws -> Bool {
        if let found = health.withLock({ $0 }), abs(now().timeIntervalSince(found.at)) < Self.memory {
            return try found.hasRoom.get()
        }
        let at = now()
        let hasRoom = await Result { try await StoreThread.run { try self.probe() } }
        health.withLock { $0 = (at, hasRoom) }
        return try hasRoom.get()
    }

    private func probe() throws -> Bool {
        let path = "\(folder)/.health-\(getpid())"
        defer { unlink(path) }
        unlink(path)
        let file = try OpenFile.new(path)
        try [UInt8](repeating: 0x2E, count: 4_096).withUnsafeBytes { try file.write($0) }
        try file.synchronize()
        return try Self.freeBytes(on: folder) >= floor
    }

    /// How many bytes are free for this user on a disk.
    static func freeBytes(on path: String) throws -> Int {
        var statistics = statvfs()
        guard statvfs(path, &statistics) == 0 else { throw StoreFault.ofSystem("statvfs") }
        return Int(statistics.f_bavail) * Int(statistics.f_frsize)
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
