/// The boundary between the parts of a body, from the `Content-Type` of the request.
struct MultipartBoundary: Sendable {
    /// 1 to 70 bytes of the alphabet of RFC 2046, section 5.1.1. The last is no space.
    let bytes: [UInt8]

    /// The longest boundary, in bytes (RFC 2046, section 5.1.1).
    static let longest = 70

    /// - Throws: `.malformed(.contentType)` or `.malformed(.boundary)`.
    init(contentType: String) throws(FormRefusal) {
        guard let header = HeaderValue(Array(contentType.utf8)[...]), header.kind == "multipart/form-data" else {
            throw .malformed(.contentType)
        }
        let boundaries = header.values(of: "boundary")
        guard boundaries.count == 1, let boundary = boundaries.first,
            (1...Self.longest).contains(boundary.count),
            boundary.allSatisfy(Self.isBoundaryCharacter), boundary.last != UInt8(ascii: " ")
        else { throw .malformed(.boundary) }
        bytes = Array(boundary)
    }

    private static func isBoundaryCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
