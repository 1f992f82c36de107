import Foundation
import Testing

@testable import FormData

/// The example of the manual is what is compiled here, and does what the manual says.
@Suite struct ManualTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    private static var manual: String {
        get throws {
            let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            return try String(
                contentsOf: root.appending(path: "Sources/FormData/FormData.docc/FormData.md"), encoding: .utf8)
        }
    }

    @Test func theManualShowsTheExample() throws {
        let code = try String(contentsOf: Self.folder.appending(path: "Upload.swift"), encoding: .utf8)
        #expect(try Self.manual.contains("```swift\n\(code)```\n"))
    }

    @Test func theManualNamesEveryLimitAndFault() throws {
        let manual = try Self.manual
        let limits = [Mirror(reflecting: MultipartLimits()), Mirror(reflecting: URLEncodedLimits())]
        for limit in limits.flatMap(\.children) { #expect(manual.contains("`\(limit.label ?? "")`")) }
        for fault in FormRefusal.Fault.allCases { #expect(manual.contains("`.\(fault)`")) }
    }

    @Test(arguments: [1, 7, 1_000]) func theExampleReadsAForm(length: Int) throws {
        let body = """
            --XX\r
            Content-Disposition: form-data; name="comment"\r
            \r
            Siân\r
            --XX\r
            Content-Disposition: form-data; name="photo"; filename="cat.png"\r
            Content-Type: image/png\r
            \r
            12345\r
            --XX--\r

            """
        let bytes = Array(body.utf8)
        let pieces = stride(from: 0, to: bytes.count, by: length).map {
            Array(bytes[$0..<min($0 + length, bytes.count)])
        }
        let upload = try Upload(contentType: "multipart/form-data; boundary=XX", pieces: pieces)
        #expect(upload.comment == "Siân" && upload.photoLength == 5)
        #expect(throws: FormRefusal.incomplete) {
            try Upload(contentType: "multipart/form-data; boundary=XX", pieces: [Array(bytes.prefix(40))])
        }
    }
}
