import ContentLoader
import Glibc

/// What a web root holds: the size and the fingerprint of each file, kept beside the web roots so that the next build
/// knows what it need not make again.
///
/// A file is trusted only while it is as long as the manifest says and was not written after it: whoever edits a
/// published page finds it mended by the next build. Folders are listed too: one that changed after the manifest may
/// hold files that nobody published.
struct Manifest: Sendable {
    struct Entry: Sendable {
        let path: String
        let size: Int
        let fingerprint: Fingerprint
    }

    /// Changes where the same fingerprint would mean other bytes.
    private static let format = "soh-manifest 1"

    /// In the order of their paths.
    private(set) var entries: [Entry] = []
    /// When the manifest was written, in nanoseconds; nil for one that was not read from a file.
    private(set) var written: Int?

    init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// Reads a manifest. One that is missing, damaged or of another format is empty: everything is then made anew.
    init(reading path: String) {
        guard let status = FileSystem.status(of: path), let bytes = try? FileSystem.read(path) else { return }
        let header = Array("\(Self.format)\n".utf8)
        guard bytes.starts(with: header) else { return }
        var entries: [Entry] = []
        var start = header.count
        while start < bytes.count {
            guard let end = bytes[start...].firstIndex(of: 0x0A), let entry = Self.parse(bytes[start..<end]) else {
                return
            }
            entries.append(entry)
            start = end + 1
        }
        self.entries = entries
        written = status.modified
    }

    /// `FINGERPRINT SIZE PATH`.
    private static func parse(_ line: ArraySlice<UInt8>) -> Entry? {
        let digits = line.prefix(Fingerprint.digitCount)
        guard let fingerprint = Fingerprint(hexadecimal: digits), line.dropFirst(digits.count).first == 0x20 else {
            return nil
        }
        var index = digits.endIndex + 1
        var size = 0
        while index < line.endIndex, (0x30...0x39).contains(line[index]), size < 1 << 40 {
            size = size * 10 + Int(line[index] - 0x30)
            index += 1
        }
        guard index < line.endIndex, line[index] == 0x20 else { return nil }
        return Entry(path: String(decoding: line[(index + 1)...], as: UTF8.self), size: size, fingerprint: fingerprint)
    }

    /// The manifest as a file: a line for each entry.
    var bytes: [UInt8] {
        var bytes = Array("\(Self.format)\n".utf8)
        for entry in entries {
            entry.fingerprint.write(into: &bytes)
            bytes += " \(entry.size) ".utf8
            bytes += entry.path.utf8
            bytes.append(0x0A)
        }
        return bytes
    }
}
