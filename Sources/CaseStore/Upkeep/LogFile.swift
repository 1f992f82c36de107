/// The write-ahead log of a database, read as bytes (SQLite file format, section 4).
///
/// SQLite takes the first frame that is not right for the end of the log, and says nothing of what follows. So a log that
/// was damaged or cut off would lose commits in silence; here it is told.
struct LogFile {
    /// What is wrong with a log.
    enum Fault: Equatable {
        case header
        /// A frame is not right, and commits follow it or are known to have followed. Frames count from 1.
        case damaged(frame: Int)
        /// The log ends after this many frames, and had more.
        case cutOff(frames: Int, of: Int)
    }

    private static let headerLength = 32
    private static let frameHeaderLength = 24

    private let bytes: UnsafeRawBufferPointer
    private let pageSize: Int
    private let isBigEndian: Bool

    /// Looks at a log.
    ///
    /// - Parameters:
    ///   - log: The bytes of the log.
    ///   - index: The bytes of the index to it that processes share (`-shm`), as the last of them left it; empty where
    ///     there is none. It tells how many frames were committed.
    /// - Returns: The first thing that is wrong; nil where all is well.
    static func fault(in log: [UInt8], index: [UInt8]) -> Fault? {
        log.withUnsafeBytes { log in
            index.withUnsafeBytes { index in
                guard log.count >= headerLength else { return faultOfMissing(index) }
                guard let file = LogFile(log) else { return .header }
                return file.fault(index: index)
            }
        }
    }

    /// A log that is empty or not there has lost what was not moved to the database yet.
    private static func faultOfMissing(_ index: UnsafeRawBufferPointer) -> Fault? {
        guard index.count >= 100, index[12] == 1 else { return nil }
        let frames = index.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
        let moved = index.loadUnaligned(fromByteOffset: 96, as: UInt32.self)
        return frames > moved ? .cutOff(frames: 0, of: Int(frames)) : nil
    }

    private init?(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        let magic = bytes.bigEndian(at: 0)
        guard magic & ~1 == 0x377F_0682 else { return nil }
        isBigEndian = magic & 1 == 1
        let size = Int(bytes.bigEndian(at: 8))
        pageSize = size
        guard size >= 512, size <= 65_536, size & (size - 1) == 0 else { return nil }
        let sum = Sum().adding(UnsafeRawBufferPointer(rebasing: bytes[..<24]), isBigEndian: isBigEndian)
        guard sum.matches(bytes, at: 24) else { return nil }
    }

    private var frameLength: Int { Self.frameHeaderLength + pageSize }
    private var frames: Int { (bytes.count - Self.headerLength) / frameLength }
    private func offset(_ frame: Int) -> Int { Self.headerLength + (frame - 1) * frameLength }

    private func isOfThisLog(_ frame: Int) -> Bool {
        let start = offset(frame)
        return bytes.bigEndian(at: start + 8) == bytes.bigEndian(at: 16)
            && bytes.bigEndian(at: start + 12) == bytes.bigEndian(at: 20)
    }

    private func isCommit(_ frame: Int) -> Bool { bytes.bigEndian(at: offset(frame) + 4) != 0 }

    private func fault(index: UnsafeRawBufferPointer) -> Fault? {
        let right = rightFrames
        let known = committed(index)
        // What follows the last commit was never acknowledged, and may be anything.
        if right < known { return right < frames ? .damaged(frame: right + 1) : .cutOff(frames: right, of: known) }
        guard right < frames else { return nil }
        // Where two commits follow, the first of them was synced before the second began.
        let later = (right + 1...frames).filter { isOfThisLog($0) && isCommit($0) }
        return later.count > 1 ? .damaged(frame: right + 1) : nil
    }

    /// How many frames are right, one after the other from the first.
    private var rightFrames: Int {
        var sum = Sum(bytes, at: 24)
        for frame in stride(from: 1, through: frames, by: 1) {
            let start = offset(frame)
            guard isOfThisLog(frame) else { return frame - 1 }
            sum = sum.adding(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 8]), isBigEndian: isBigEndian)
                .adding(
                    UnsafeRawBufferPointer(
                        rebasing: bytes[start + Self.frameHeaderLength..<start + frameLength]),
                    isBigEndian: isBigEndian)
            guard sum.matches(bytes, at: start + 16) else { return frame - 1 }
        }
        return frames
    }

    /// How many frames the index knows to be committed; 0 where it is that of another log.
    private func committed(_ index: UnsafeRawBufferPointer) -> Int {
        guard index.count >= 48, index[12] == 1, index.bigEndian(at: 32) == bytes.bigEndian(at: 16),
            index.bigEndian(at: 36) == bytes.bigEndian(at: 20)
        else { return 0 }
        return Int(index.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    }
}

extension LogFile {
    /// The sum of SQLite over pairs of words.
    private struct Sum: Equatable {
        var first: UInt32 = 0
        var second: UInt32 = 0

        init() {}

        init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
            first = bytes.bigEndian(at: offset)
            second = bytes.bigEndian(at: offset + 4)
        }

        func adding(_ bytes: UnsafeRawBufferPointer, isBigEndian: Bool) -> Sum {
            var sum = self
            for offset in stride(from: 0, to: bytes.count, by: 8) {
                let words = (0...1).map { bytes.loadUnaligned(fromByteOffset: offset + $0 * 4, as: UInt32.self) }
                sum.first &+= (isBigEndian ? words[0].bigEndian : words[0].littleEndian) &+ sum.second
                sum.second &+= (isBigEndian ? words[1].bigEndian : words[1].littleEndian) &+ sum.first
            }
            return sum
        }

        func matches(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool { self == Sum(bytes, at: offset) }
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func bigEndian(at offset: Int) -> UInt32 {
        loadUnaligned(fromByteOffset: offset, as: UInt32.self).bigEndian
    }
}
