import FormData

/// What a decoder made of a multipart body, however it was cut.
struct Transcript: Equatable {
    struct Part: Equatable {
        let head: PartHead
        var bytes: [UInt8] = []
        var isWhole = false

        init(_ head: PartHead) {
            self.head = head
        }
    }

    private(set) var parts: [Part] = []
    private(set) var refusal: FormRefusal?
    /// Whether every part had its events in their order, and no event of bytes was empty.
    private(set) var isOrderly = true

    init(_ pieces: [ArraySlice<UInt8>], boundary: String = "B", limits: MultipartLimits = MultipartLimits()) {
        do throws(FormRefusal) {
            var decoder = try MultipartDecoder(
                contentType: "multipart/form-data; boundary=\"\(boundary)\"", limits: limits)
            for piece in pieces {
                try decoder.push(piece) { note($0) }
            }
            try decoder.finish()
        } catch {
            refusal = error
        }
    }

    init(_ body: [UInt8], boundary: String = "B", limits: MultipartLimits = MultipartLimits()) {
        self.init([body[...]], boundary: boundary, limits: limits)
    }

    init(_ body: String, boundary: String = "B", limits: MultipartLimits = MultipartLimits()) {
        self.init(Array(body.utf8), boundary: boundary, limits: limits)
    }

    private mutating func note(_ event: MultipartEvent) {
        let isInPart = parts.last.map { !$0.isWhole } ?? false
        switch event {
        case .part(let head):
            isOrderly = isOrderly && !isInPart
            parts.append(Part(head))
        case .bytes(let bytes):
            isOrderly = isOrderly && isInPart && !bytes.isEmpty
            parts[parts.count - 1].bytes += bytes
        case .end:
            isOrderly = isOrderly && isInPart
            parts[parts.count - 1].isWhole = true
        }
    }
}
