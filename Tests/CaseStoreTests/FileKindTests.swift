import Forms
import Testing

@testable import CaseStore

@Suite struct FileKindTests {
    private static let heads: [(head: [UInt8], kind: FileKind)] = [
        ([0xFF, 0xD8, 0xFF, 0xE1, 0x00], .jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        (Array("RIFF\0\0\0\0WEBPVP8 ".utf8), .webp),
        (Array("RIFF\0\0\0\0WAVEfmt ".utf8), .wav),
        (Array("\0\0\0\u{18}ftypheic\0\0\0\0".utf8), .heic),
        (Array("\0\0\0\u{18}ftypisom\0\0\0\0".utf8), .mp4),
        (Array("\0\0\0\u{18}ftypqt  \0\0\0\0".utf8), .quicktime),
        (Array("\0\0\0\u{18}ftyp3gp4\0\0\0\0".utf8), .threeGP),
        (Array("%PDF-1.7\n".utf8), .pdf),
        ([0x50, 0x4B, 0x03, 0x04, 0x14], .zip),
        ([0x50, 0x4B, 0x03, 0x04] + Array(repeating: 0, count: 26) + Array("photo.jpg".utf8), .zip),
        ([0x50, 0x4B, 0x03, 0x04] + Array(repeating: 0, count: 26) + Array("[Content_Types].xml".utf8), .officeXML),
        (Array("BM are the initials of the man".utf8), .text),
        (Array("Dyma fy natganiad. Ŵ\r\n".utf8), .text),
        (Array("MZ\u{90}\0".utf8), .unknown),
        ([0xC3], .unknown),
        ([], .unknown),
        (Array(repeating: 0x61, count: 511) + [0xC5], .text),
    ]

    @Test(arguments: heads)
    func aFileIsWhatItsFirstBytesSay(head: [UInt8], kind: FileKind) {
        #expect(FileKind(head: head) == kind)
    }

    @Test(arguments: [
        ("image/jpeg", FileKind.jpeg, true), ("image/png", .jpeg, false), ("", .jpeg, true),
        ("application/octet-stream", .pdf, true), ("IMAGE/JPEG; q=1", .jpeg, true), ("video/mp4", .unknown, false),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", .officeXML, true),
    ])
    func whatABrowserSaysIsHeldAgainstIt(type: String, kind: FileKind, agrees: Bool) {
        let file = ReceivedFile(
            id: EvidenceID(), declaration: FileDeclaration(name: "x", type: type), kind: kind, bytes: 0, sha256: "",
            isSealed: false)
        #expect(file.isAsDeclared == agrees)
    }

    @Test func everyKindHasARegisteredName() {
        #expect(Set(FileKind.allCases.map(\.mediaType)).count == FileKind.allCases.count)
    }
}
