/// A push decoder of `multipart/form-data` (RFC 7578, and RFC 2046, section 5.1).
///
/// Give it the body in pieces of any length, as they arrive. Nothing is kept but the header block of a part, at most
/// 8 KiB: what cannot be the beginning of a delimiter is handed on at once. How the body was cut changes nothing but
/// how the bytes are cut.
///
/// ```swift
/// var decoder = try MultipartDecoder(contentType: "multipart/form-data; boundary=XX")
/// var names: [String] = []
/// var size = 0
/// func handle(_ event: MultipartEvent) {
///     switch event {
///     case .part(let head): names.append(head.filename ?? head.name)
///     case .bytes(let bytes): size += bytes.count
///     case .end: break
///     }
/// }
/// let start = "--XX\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"cat.png\"\r\n\r\nmi"
/// try decoder.push(start.utf8, handle)
/// try decoder.push("aow\r\n--XX--\r\n".utf8, handle)
/// try decoder.finish()
/// // names == ["cat.png"], size == 5
/// ```
///
/// What it takes literally:
/// - `%22`, `%0D` and `%0A` in names stay as they are; see `PartHead`. A backslash is a backslash. `filename*` is
///   ignored, as RFC 7578, section 4.2, forbids it.
/// - A delimiter is CRLF, `--` and the boundary, with CRLF or `--` directly behind. Anything else there is content,
///   spaces too: RFC 2046 allows them for mail gateways that add them, which HTTP does not have.
/// - A part whose headers are followed by a delimiter at once is empty (RFC 2046, section 5.1.1).
/// - Header lines other than the three that RFC 7578 knows are ignored (section 4.8).
/// - `multipart/mixed` within a part is bytes like any other; RFC 7578, section 4.3, ended that use.
///
/// What it refuses although RFC 2046 allows it: a preamble other than one CRLF, and an epilogue other than one CRLF.
/// Browsers send no preamble and end with a CRLF, which is the empty epilogue of the grammar. More would be bytes that
/// nobody reads.
///
/// One decoder reads one body. A closure that throws says so: `{ event throws(FormRefusal) in … }`. Who has other
/// errors, or waits for a file to be written before the next event, takes events with `next(in:)`.
public struct MultipartDecoder: Sendable {
    /// What the body may hold.
    public let limits: MultipartLimits
    /// How often a byte was looked at to find delimiters and line ends, over the whole body: at most three times its
    /// length, however it is cut.
    var scannedBytes: Int { match.scannedBytes + scanned }

    var phase = Phase.start
    var match: DelimiterMatch
    var head = PartHeadReader()
    var parts = 0
    /// The limit of the present part, and the bytes that it still allows.
    var partLimit = (kind: FormRefusal.Limit.value, remaining: 0)
    var scanned = 0
    var refusal: FormRefusal?
    private var consumed = 0

    enum Phase {
        case start, preamble, head, content
        /// The closing delimiter was read.
        case closed
        /// A CR was read behind it.
        case closedReturn
        /// A CRLF was read behind it.
        case closedLine
    }

    /// - Parameter contentType: The value of the `Content-Type` header of the request.
    /// - Throws: `FormRefusal.malformed(.contentType)` for another media type or what cannot be read,
    ///   `.malformed(.boundary)` for a boundary that is missing, empty, given twice, longer than 70 characters or not
    ///   in the grammar of RFC 2046, section 5.1.1.
    public init(contentType: String, limits: MultipartLimits = MultipartLimits()) throws(FormRefusal) {
        self.limits = limits
        match = DelimiterMatch(try MultipartBoundary(contentType: contentType))
    }

    /// Reads the next piece of the body, and calls `event` for what it holds.
    ///
    /// - Throws: `FormRefusal` at the first byte that breaks a rule or a limit, or what `event` throws. What was
    ///   handed on before belongs to a body that is refused: throw it away.
    public mutating func push(
        _ bytes: ArraySlice<UInt8>, _ event: (MultipartEvent) throws(FormRefusal) -> Void
    ) throws(FormRefusal) {
        var rest = bytes
        while let found = try next(in: &rest) {
            do throws(FormRefusal) {
                try event(found)
            } catch {
                refusal = error
                throw error
            }
        }
    }

    /// Reads the next piece of the body from any collection, which is copied unless it is an array.
    ///
    /// - Throws: as `push` of a slice.
    public mutating func push(
        _ bytes: some Collection<UInt8>, _ event: (MultipartEvent) throws(FormRefusal) -> Void
    ) throws(FormRefusal) {
        try push(Array(bytes)[...], event)
    }

    /// Takes from the front of `input` what belongs to the next event.
    ///
    /// Call it until it returns nil: a refusal can follow when `input` is already empty.
    ///
    /// - Returns: The event, or nil once `input` is empty and more bytes are needed.
    /// - Throws: `FormRefusal` at the first byte that breaks a rule or a limit.
    public mutating func next(in input: inout ArraySlice<UInt8>) throws(FormRefusal) -> MultipartEvent? {
        if let refusal { throw refusal }
        do throws(FormRefusal) {
            while true {
                guard input.isEmpty || consumed < limits.body else { throw .tooLarge(.body) }
                var window = input.prefix(limits.body - consumed)
                let event = try read(&window)
                consumed += window.startIndex - input.startIndex
                input = input[window.startIndex...]
                if event != nil || input.isEmpty { return event }
            }
        } catch {
            refusal = error
            throw error
        }
    }

    /// Ends the body.
    ///
    /// - Throws: `FormRefusal.incomplete` if the closing delimiter is missing or cut, or if there was no part, or the
    ///   refusal thrown before.
    public mutating func finish() throws(FormRefusal) {
        if let refusal { throw refusal }
        guard phase == .closed || phase == .closedLine, parts > 0 else {
            refusal = .incomplete
            throw .incomplete
        }
    }
}
