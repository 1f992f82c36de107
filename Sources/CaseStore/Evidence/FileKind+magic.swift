package import Forms

extension FileKind {
    /// How many bytes at the start of a file are looked at.
    static let headLength = 512

    /// Tells what a file is by its first bytes: the signatures of the formats' own specifications.
    ///
    /// - Parameter head: The first 512 bytes, or all of a shorter file.
    package init(head: [UInt8]) {
        self =
            Self.office(head) ?? Self.signature(of: head) ?? Self.container(head) ?? Self.boxed(head)
            ?? (Self.isText(head) ? .text : .unknown)
    }

    /// Formats that begin with bytes of their own.
    private static func signature(of head: [UInt8]) -> FileKind? {
        signatures.first { head.starts(with: $0.bytes) }?.kind
    }

    private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
        ([0xFF, 0xD8, 0xFF], .jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
        ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
        ([0x1A, 0x45, 0xDF, 0xA3], .matroska),
        ([0x00, 0x00, 0x01, 0xBA], .mpeg), ([0x00, 0x00, 0x01, 0xB3], .mpeg),
        (Array("ID3".utf8), .mp3), ([0xFF, 0xFB], .mp3), ([0xFF, 0xF3], .mp3), ([0xFF, 0xF2], .mp3),
        ([0xFF, 0xF1], .aac), ([0xFF, 0xF9], .aac),
        (Array("OggS".utf8), .ogg), (Array("fLaC".utf8), .flac), (Array("#!AMR".utf8), .amr),
        (Array("%PDF-".utf8), .pdf), (Array("{\\rtf".utf8), .rtf),
        ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole),
    ]

    /// Archives whose first file is one that every office document has (ECMA-376, part 2).
    private static func office(_ head: [UInt8]) -> FileKind? {
        // The name of the first file follows the 30 bytes of its header (APPNOTE.TXT, 4.3.7).
        guard head.count > 30, head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        let first = ["[Content_Types].xml", "_rels/", "docProps/", "word/"]
        return first.contains { head[30...].starts(with: $0.utf8) } ? .officeXML : nil
    }

    /// Formats in a RIFF container, and bitmaps, whose two letters alone may begin a text.
    private static func container(_ head: [UInt8]) -> FileKind? {
        if head.starts(with: "BM".utf8), head.count >= 18, head[6...9].allSatisfy({ $0 == 0 }) { return .bmp }
        guard head.count >= 12, head.starts(with: "RIFF".utf8) else { return nil }
        return ["WEBP": .webp, "WAVE": .wav, "AVI ": .avi][String(decoding: head[8..<12], as: UTF8.self)]
    }

    /// Formats of boxes, by the brand of the first (ISO/IEC 14496-12).
    private static func boxed(_ head: [UInt8]) -> FileKind? {
        guard head.count >= 12, head[4..<8].elementsEqual("ftyp".utf8) else {
            // Films of older cameras begin without a brand.
            let first = head.count >= 8 ? String(decoding: head[4..<8], as: UTF8.self) : ""
            return ["moov", "mdat", "wide"].contains(first) ? .quicktime : nil
        }
        switch String(decoding: head[8..<12], as: UTF8.self) {
        case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1": return .heic
        case "avif", "avis": return .avif
        case "qt  ": return .quicktime
        case "M4A ", "M4B ": return .m4a
        case let brand where brand.hasPrefix("3g"): return .threeGP
        default: return .mp4
        }
    }

    /// Whether the bytes read as text: UTF-8, but for a character cut off at the end, without controls.
    private static func isText(_ head: [UInt8]) -> Bool {
        guard !head.isEmpty, head.allSatisfy({ $0 >= 0x20 || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }) else {
            return false
        }
        let cut = head.count < headLength ? 0...0 : 0...3
        return cut.contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
    }
}
