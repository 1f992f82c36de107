/// A field or a file, as a decoder found it. Everything is the bytes that it gave.
struct FormPart: Equatable, Sendable {
    var name: [UInt8]?
    var filename: [UInt8]?
    var type: [UInt8]?
    var bytes: [UInt8]
}

/// What a decoder made of a body.
enum FormVerdict: Equatable, Sendable {
    case parts([FormPart])
    /// The name of our fault, or the class of a library's.
    case refused(String)
}

/// A library that `form_oracle.py` asks.
enum FormLibrary: String, CaseIterable, Decodable, Sendable {
    case pythonMultipart = "python-multipart"
    case werkzeug
    case urllib

    static let multipart: [FormLibrary] = [.pythonMultipart, .werkzeug]
}
