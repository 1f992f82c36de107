import Glibc

/// A file that is open, and is closed with the last reference to it.
final class OpenFile: Sendable {
    let descriptor: Int32
    let path: String

    /// Makes a new file that only this user can read.
    ///
    /// - Throws: `StoreFault`, also where there is such a file.
    static func new(_ path: String) throws -> OpenFile {
        try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL)
    }

    static func reading(_ path: String) throws -> OpenFile { try OpenFile(path, O_RDONLY) }

    private init(_ path: String, _ flags: Int32) throws {
        descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        self.path = path
        guard descriptor >= 0 else { throw StoreFault.ofSystem("open") }
    }

    deinit { close(descriptor) }

    /// Gives a file or a folder another name, in the place of what has that name.
    static func move(_ path: String, to other: String) throws {
        guard rename(path, other) == 0 else { throw StoreFault.ofSystem("rename") }
    }

    /// Writes all of the bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw StoreFault.ofSystem("write")
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// How much is read at once by who reads to the end, in bytes.
    private static let piece = 512 << 10

    /// Reads to the end of the file, piece by piece.
    func forEachPiece(_ take: ([UInt8]) throws -> Void) throws {
        while case let piece = try read(upTo: Self.piece), !piece.isEmpty { try take(piece) }
    }

    /// Reads up to so many bytes; none at the end of the file.
    func read(upTo count: Int) throws -> [UInt8] {
        var filled = 0
        let bytes = try [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            while filled < count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got < 0, errno == EINTR { continue }
                guard got >= 0 else { throw StoreFault.ofSystem("read") }
                guard got > 0 else { break }
                filled += got
            }
            length = filled
        }
        return bytes
    }

    /// Makes sure that the bytes are on disk. It is never tried again: what could not be written may be dropped.
    func synchronize() throws {
        guard fdatasync(descriptor) == 0 else { throw StoreFault.ofSystem("fdatasync") }
    }

    /// The time of the last change, in seconds since 1970.
    func time() throws -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw StoreFault.ofSystem("stat") }
        return status.st_mtim.tv_sec
    }

    /// Sets the time of the last change to the beginning of the hour, in seconds since 1970.
    func setTime(_ seconds: Int) throws {
        let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
        guard futimens(descriptor, times) == 0 else { throw StoreFault.ofSystem("futimens") }
    }
}
