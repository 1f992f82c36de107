/// What a web root holds: the size and the fingerprint of each file, kept beside the web roots so that the next build
/// knows what it need not make again.
///
/// A file is trusted only while it is as long as the manifest says and was not written after it: whoever edits a
/// published page finds it mended by the next build.
struct Manifest: Equatable {
    struct Entry: Equatable {
        let size: Int
        let fingerprint: Fingerprint
    }

    /// Changes where the same fingerprint would mean other bytes.
    private static let format = "soh-manifest 1"

    private var entries: [String: Entry] = [:]
    /// When the manifest was written, in nanoseconds; nil for one that was not read from a file.
    private var written: Int?

    init() {}

    /// Reads a manifest. One that is missing, damaged or of another format is empty: everything is then made anew.
    init(reading path: String) {
        guard let status = FileSystem.status(of: path), let bytes = try? FileSystem.read(path) else { return }
        var lines = bytes.split(separator: 0x0A)[...]
        guard lines.popFirst().map({ $0.elementsEqual(Self.format.utf8) }) ?? false else { return }
        entries.reserveCapacity(lines.count)
        for line in lines {
            guard let (path, entry) = Self.parse(line) else {
                entries = [:]
                return
            }
            entries[path] = entry
        }
        written = status.modified
    }

    static func == (left: Manifest, right: Manifest) -> Bool { left.entries == right.entries }

    mutating func add(_ entry: Entry, for path: String) {
        entries[path] = entry
    }

    /// What the manifest says of a file that need not be made again.
    func intactEntry(of file: SiteFile, below folder: String) -> Entry? {
        guard let written, let entry = entries[file.path], entry.fingerprint == file.fingerprint,
            let status = FileSystem.status(of: "\(folder)/\(file.path)"), status.size == entry.size,
            status.modified <= written
        else { return nil }
        return entry
    }

    /// The manifest as a file: `FINGERPRINT SIZE PATH`, a line for each file, in the order of their paths.
    var bytes: [UInt8] {
        var bytes = Array("\(Self.format)\n".utf8)
        for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
            bytes += entry.fingerprint.bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }
            bytes += " \(entry.size) \(path)\n".utf8
        }
        return bytes
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func parse(_ line: ArraySlice<UInt8>) -> (path: String, Entry)? {
        let parts = line.split(separator: 0x20, maxSplits: 2)
        guard parts.count == 3, parts[0].count == 32, let high = number(parts[0].prefix(16)),
            let low = number(parts[0].suffix(16)), let size = Int(String(decoding: parts[1], as: UTF8.self))
        else { return nil }
        return (String(decoding: parts[2], as: UTF8.self), Entry(size: size, fingerprint: .init(high: high, low: low)))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        digits.reduce(0 as UInt64?) { sum, digit in
            let value: UInt8? =
                switch digit {
                case 0x30...0x39: digit - 0x30
                case 0x61...0x66: digit - 0x61 + 10
                default: nil
                }
            return value.flatMap { value in sum.map { $0 << 4 | UInt64(value) } }
        }
    }
}
