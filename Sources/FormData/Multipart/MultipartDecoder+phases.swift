extension MultipartDecoder {
    /// Reads to the next event, or to the end of `input`.
    mutating func read(_ input: inout ArraySlice<UInt8>) throws(FormRefusal) -> MultipartEvent? {
        while true {
            switch phase {
            case .start:
                guard let first = input.first else { return nil }
                if first != UInt8(ascii: "\r") { match.beginLine() }
                phase = .preamble
            case .preamble:
                switch match.advance(over: &input) {
                case .undecided: return nil
                case .part: beginHead()
                case .close: phase = .closed
                case .content: throw .malformed(.preamble)
                }
            case .head: return try readHead(&input)
            case .content: return try readContent(&input)
            case .closed, .closedReturn, .closedLine:
                try readEpilogue(&input)
                return nil
            }
        }
    }

    private mutating func beginHead() {
        parts += 1
        head = PartHeadReader()
        phase = .head
    }

    private mutating func readHead(_ input: inout ArraySlice<UInt8>) throws(FormRefusal) -> MultipartEvent? {
        guard parts <= limits.parts else { throw .tooLarge(.parts) }
        let before = input.count
        let whole = try head.take(from: &input, limits: limits)
        scanned += before - input.count
        guard let whole else { return nil }
        partLimit = whole.filename == nil ? (.value, limits.value) : (.file, limits.file)
        match.beginLine()
        phase = .content
        return .part(whole)
    }

    private mutating func readContent(_ input: inout ArraySlice<UInt8>) throws(FormRefusal) -> MultipartEvent? {
        while !input.isEmpty {
            if match.isIdle {
                let bytes = input.prefix(contentLength(of: input))
                input = input[bytes.endIndex...]
                if !bytes.isEmpty { return try content(bytes) }
            }
            switch match.advance(over: &input) {
            case .undecided: return nil
            case .content(let held):
                if !held.isEmpty { return try content(held) }
            case .part:
                beginHead()
                return .end
            case .close:
                phase = .closed
                return .end
            }
        }
        return nil
    }

    private mutating func contentLength(of input: ArraySlice<UInt8>) -> Int {
        var search = DelimiterSearch(closing: match.closing)
        let length = input.withUnsafeBytes { search.contentLength(of: $0) }
        scanned += search.scannedBytes
        return length
    }

    /// Hands on what the limit of the part allows. A refusal that follows is thrown with the next event, so that the
    /// bytes handed on before it do not depend on how the body was cut.
    private mutating func content(_ bytes: ArraySlice<UInt8>) throws(FormRefusal) -> MultipartEvent {
        let allowed = bytes.prefix(partLimit.remaining)
        partLimit.remaining -= allowed.count
        if allowed.count < bytes.count { refusal = .tooLarge(partLimit.kind) }
        guard !allowed.isEmpty else { throw .tooLarge(partLimit.kind) }
        return .bytes(allowed)
    }

    private mutating func readEpilogue(_ input: inout ArraySlice<UInt8>) throws(FormRefusal) {
        while let byte = input.popFirst() {
            scanned += 1
            switch (phase, byte) {
            case (.closed, UInt8(ascii: "\r")): phase = .closedReturn
            case (.closedReturn, UInt8(ascii: "\n")): phase = .closedLine
            default: throw .malformed(.epilogue)
            }
        }
    }
}
