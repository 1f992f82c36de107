package import FormData

/// What a decoder made of a multipart body, however it was cut.
package struct MultipartTranscript: Equatable {
    package struct Part: Equatable {
        package let head: PartHead
        package var bytes: [UInt8] = []
        package var isWhole = false
    }

    package private(set) var parts: [Part] = []
    package var refusal: FormRefusal?
    /// Whether every part had its events in their order, and no event of bytes was empty.
    package private(set) var isOrderly = true

    package init() {}

    package mutating func note(_ event: MultipartEvent) {
        let isInPart = parts.last.map { !$0.isWhole } ?? false
        if case .part(let head) = event {
            isOrderly = isOrderly && !isInPart
            parts.append(Part(head: head))
            return
        }
        guard isInPart else { return isOrderly = false }
        switch event {
        case .part: break
        case .bytes(let bytes):
            isOrderly = isOrderly && !bytes.isEmpty
            parts[parts.count - 1].bytes += bytes
        case .end: parts[parts.count - 1].isWhole = true
        }
    }
}
