import FormData
import Forms

/// Reads a form as it arrives, in either of the encodings in which browsers post one that may hold files (WHATWG HTML,
/// "form submission algorithm"). What is wrong is refused at its first byte.
struct FormReader {
    /// The longest form without files, in bytes: it holds the longest step of any form many times over.
    static let longestForm = 1 << 20

    /// One of the two is there.
    private var urlEncoded: URLEncodedDecoder?
    private var multipart: MultipartDecoder?
    /// The fields, in the order posted.
    private var fields: [(name: String, value: String)] = []
    private var part: (name: String, text: FormTextCollector)?

    /// - Parameter contentType: The `Content-Type` of the request.
    /// - Throws: `.badRequest` for another encoding.
    init(contentType: String) throws(Problem) {
        let kind = contentType.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard kind != "application/x-www-form-urlencoded" else {
            var limits = URLEncodedLimits()
            limits.bytes = Self.longestForm
            urlEncoded = URLEncodedDecoder(limits: limits)
            return
        }
        var limits = MultipartLimits()
        limits.body = Self.longestForm
        do {
            multipart = try MultipartDecoder(contentType: contentType, limits: limits)
        } catch {
            throw Problem(error)
        }
    }

    /// Takes the next piece of the body.
    mutating func push(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        var rest = bytes
        do throws(FormRefusal) {
            while let field = try urlEncoded?.next(in: &rest) { fields.append(field) }
            while let event = try multipart?.next(in: &rest) { try take(event) }
        } catch {
            throw Problem(error)
        }
    }

    /// Ends the body.
    ///
    /// - Returns: The fields, in the order posted.
    mutating func finish() throws(Problem) -> [(name: String, value: String)] {
        do throws(FormRefusal) {
            if let last = try urlEncoded?.finish() { fields.append(last) }
            try multipart?.finish()
        } catch {
            throw Problem(error)
        }
        return fields
    }

    private mutating func take(_ event: MultipartEvent) throws(FormRefusal) {
        switch event {
        case .part(let head):
            // No form asks for a file yet, so each is one that was not asked for.
            guard head.filename == nil else { throw .malformed(.disposition) }
            part = (head.name, FormTextCollector())
        case .bytes(let bytes): try part?.text.append(bytes)
        case .end:
            guard var ended = part else { return }
            fields.append((ended.name, try ended.text.finish()))
            part = nil
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
