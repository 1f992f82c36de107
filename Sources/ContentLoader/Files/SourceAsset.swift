/// A file that pages show or offer for download: an image, a form to print.
package struct SourceAsset: Sendable {
    /// The path below `assets/`.
    package let path: String
    /// The path that the author knows.
    package let shown: String
    package let bytes: [UInt8]
    package let kind: Kind
    /// Width and height in pixels, for an image whose head tells them.
    package let size: ImageSize?

    package enum Kind: String, Sendable, CaseIterable {
        case png, jpg, jpeg, gif, webp, svg, pdf, docx, odt, csv, xlsx, txt

        package var isImage: Bool {
            switch self {
            case .png, .jpg, .jpeg, .gif, .webp, .svg: true
            case .pdf, .docx, .odt, .csv, .xlsx, .txt: false
            }
        }

        /// What people call it.
        package var name: String {
            switch self {
            case .docx: "Word"
            case .odt: "OpenDocument"
            case .xlsx: "Excel"
            case .txt: "TXT"
            default: rawValue.uppercased()
            }
        }
    }

    /// Nil where the name of the file does not end in one of the known kinds.
    init?(_ file: SourceFolder.File) {
        path = String(file.path.dropFirst("assets/".count))
        let suffix = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard path.contains("."), let kind = Kind(rawValue: suffix) else { return nil }
        shown = file.shown
        bytes = file.bytes
        self.kind = kind
        size = ImageSize(of: bytes)
    }

    /// The size as people are told it: in KB of 1,000 bytes below a million, in MB above.
    package var sizeText: String {
        let kilobytes = max(1, (bytes.count + 500) / 1_000)
        guard kilobytes >= 1_000 else { return "\(kilobytes) KB" }
        let tenths = (bytes.count + 50_000) / 100_000
        return tenths.isMultiple(of: 10) ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
