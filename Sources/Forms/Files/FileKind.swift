/// What a file is, found by its first bytes and not by its name.
package enum FileKind: String, Codable, Sendable, CaseIterable {
    case jpeg, png, gif, webp, heic, avif, tiff, bmp
    case mp4, quicktime, threeGP = "3gp", matroska, avi, mpeg
    case mp3, m4a, wav, ogg, flac, amr, aac
    case pdf, zip, ole, rtf, text
    /// A document of a present-day office program (ECMA-376).
    case officeXML = "office-xml"
    /// None of the others.
    case unknown

    /// The media types that browsers and systems give files of this kind, the registered one first (IANA, RFC 6838).
    package var mediaTypes: [String] {
        switch self {
        case .jpeg: ["image/jpeg", "image/jpg", "image/pjpeg"]
        case .png: ["image/png", "image/apng"]
        case .gif: ["image/gif"]
        case .webp: ["image/webp"]
        case .heic: ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"]
        case .avif: ["image/avif"]
        case .tiff: ["image/tiff", "image/x-adobe-dng", "image/x-canon-cr2", "image/x-nikon-nef"]
        case .bmp: ["image/bmp", "image/x-ms-bmp"]
        case .mp4: ["video/mp4", "video/x-m4v", "audio/mp4"]
        case .quicktime: ["video/quicktime"]
        case .threeGP: ["video/3gpp", "audio/3gpp", "video/3gpp2", "audio/3gpp2"]
        case .matroska: ["video/matroska", "video/x-matroska", "video/webm", "audio/webm"]
        case .avi: ["video/x-msvideo", "video/avi", "video/vnd.avi"]
        case .mpeg: ["video/mpeg", "video/mp2t"]
        case .mp3: ["audio/mpeg", "audio/mp3"]
        case .m4a: ["audio/mp4", "audio/x-m4a", "audio/m4a"]
        case .wav: ["audio/wav", "audio/x-wav", "audio/vnd.wave"]
        case .ogg: ["application/ogg", "audio/ogg", "video/ogg", "audio/opus"]
        case .flac: ["audio/flac", "audio/x-flac"]
        case .amr: ["audio/amr"]
        case .aac: ["audio/aac", "audio/x-aac"]
        case .pdf: ["application/pdf"]
        case .zip: Self.zipped
        case .ole: ["application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"]
        case .officeXML: Self.office
        case .rtf: ["application/rtf", "text/rtf"]
        case .text: ["text/plain", "text/csv", "text/html", "text/calendar", "message/rfc822", "application/json"]
        case .unknown: ["application/octet-stream"]
        }
    }

    /// The registered media type.
    package var mediaType: String { mediaTypes.first ?? "application/octet-stream" }

    private static let office = [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/zip",
    ]

    /// Some systems call every archive of a document by the name of the archive.
    private static let zipped = [
        "application/zip", "application/x-zip-compressed", "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
    ]
}
