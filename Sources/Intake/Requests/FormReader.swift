import FormData
import Forms

/// Reads a form as it arrives, in either of the encodings in which browsers post one that may hold files (WHATWG HTML,
/// "form submission algorithm"). What is wrong is refused at its first byte.
struct FormReader {
    /// The longest form without files, in bytes: it holds the longest step of any form many times over.
    static let longestForm = 1 << 20
    /// The longest form with files, in bytes: those of the fullest report, with room for one that is too large, so that
    /// its sender is told which one it was.
    static let longestUpload = MultipartLimits().body

    /// What was read.
    enum Event {
        case field(name: String, value: String)
        /// A file begins. Its bytes follow, and then its end.
        case file(name: String, filename: String, type: String)
        case bytes(ArraySlice<UInt8>)
        case fileEnd
    }

    /// One of the two is there.
    private var urlEncoded: URLEncodedDecoder?
    private var multipart: MultipartDecoder?
    private var text: (name: String, collector: FormTextCollector)?
    /// How much of the values is held, in bytes.
    private var held = 0

    /// - Parameters:
    ///   - contentType: The `Content-Type` of the request.
    ///   - limit: The longest body, in bytes.
    /// - Throws: `.badRequest` for another encoding.
    init(contentType: String, limit: Int) throws(Problem) {
        guard !Self.isURLEncoded(contentType) else {
            var limits = URLEncodedLimits()
            limits.bytes = Self.longestForm
            urlEncoded = URLEncodedDecoder(limits: limits)
            return
        }
        var limits = MultipartLimits()
        limits.body = limit
        limits.file = limit
        do {
            multipart = try MultipartDecoder(contentType: contentType, limits: limits)
        } catch {
            throw Problem(error)
        }
    }

    static func isURLEncoded(_ contentType: String) -> Bool {
        let kind = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != UInt8(ascii: " ") }
        return kind.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            .elementsEqual("application/x-www-form-urlencoded".utf8)
    }

    /// Reads on.
    ///
    /// - Parameter rest: The bytes that have arrived; those that were read are taken off.
    /// - Returns: Nil where more bytes are needed.
    mutating func next(in rest: inout ArraySlice<UInt8>) throws(Problem) -> Event? {
        do throws(FormRefusal) {
            if let field = try urlEncoded?.next(in: &rest) { return .field(name: field.name, value: field.value) }
            while let event = try multipart?.next(in: &rest) {
                if let event = try take(event) { return event }
            }
            return nil
        } catch {
            throw Problem(error)
        }
    }

    /// Ends the body.
    ///
    /// - Returns: The last field, where only the end of the body ends it.
    mutating func finish() throws(Problem) -> Event? {
        do throws(FormRefusal) {
            try multipart?.finish()
            return try urlEncoded?.finish().map { .field(name: $0.name, value: $0.value) }
        } catch {
            throw Problem(error)
        }
    }

    private mutating func take(_ event: MultipartEvent) throws(FormRefusal) -> Event? {
        switch event {
        case .part(let head):
            if let filename = head.filename {
                return .file(name: head.name, filename: filename, type: head.contentType ?? "")
            }
            text = (head.name, FormTextCollector())
            return nil
        case .bytes(let bytes):
            guard text != nil else { return .bytes(bytes) }
            held += bytes.count
            guard held <= Self.longestForm else { throw .tooLarge(.value) }
            try text?.collector.append(bytes)
            return nil
        case .end:
            guard var ended = text else { return .fileEnd }
            text = nil
            return .field(name: ended.name, value: try ended.collector.finish())
        }
    }
}

extension Problem {
    /// What a citizen's browser is told of a form that was refused.
    fileprivate init(_ refusal: FormRefusal) {
        switch refusal {
        case .tooLarge: self = .tooLarge
        case .malformed, .incomplete, .notText: self = .badRequest
        }
    }
}
