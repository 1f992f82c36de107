import Foundation

/// A file system in memory, as small as a test wants it. It takes root to mount one.
struct SmallDisk {
    struct Refused: Error {
        let call: String
        let code: Int32

        init(_ call: String) {
            self.call = call
            code = errno
        }
    }

    let path: String
    private var ballast: String { "\(path)/ballast" }

    /// Runs a test with a disk of its own, which is gone afterwards, whatever comes of the test.
    static func with(megabytes: Int, at path: String, _ body: (SmallDisk) async throws -> Void) async throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else { throw Refused("mount") }
        // Detached, it goes also where somebody still has a file of it open.
        defer { umount2(path, Int32(MNT_DETACH)) }
        try await body(SmallDisk(path: path))
    }

    /// How many bytes are free.
    var room: Int {
        get throws {
            var statistics = statvfs()
            guard statvfs(path, &statistics) == 0 else { throw Refused("statvfs") }
            return Int(statistics.f_bavail) * Int(statistics.f_frsize)
        }
    }

    /// Takes up room with a file, so that so many bytes are left.
    func fill(leaving bytes: Int) throws {
        let wanted = try room - bytes
        try withBallast { file in
            let length = lseek(file, 0, SEEK_END)
            let code = posix_fallocate(file, length, wanted)
            guard code == 0 else {
                errno = code
                throw Refused("posix_fallocate")
            }
        }
    }

    /// Takes up all room, however much of it others take or free meanwhile.
    func fillToTheBrim() throws {
        let page = [UInt8](repeating: 0x78, count: 4096)
        try withBallast { file in
            lseek(file, 0, SEEK_END)
            while write(file, page, page.count) > 0 {}
            guard errno == ENOSPC else { throw Refused("write") }
        }
    }

    /// Makes room again.
    func empty() throws {
        guard unlink(ballast) == 0 else { throw Refused("unlink") }
    }

    private func withBallast(_ work: (_ file: Int32) throws -> Void) throws {
        let file = open(ballast, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Refused("open") }
        defer { close(file) }
        try work(file)
    }
}
