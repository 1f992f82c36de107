extension FormDisagreement {
    /// What makes a delimiter that only the library takes for one.
    enum LooseDelimiter {
        /// It begins or ends with CR or LF alone.
        case otherLineEnd
        /// There is space between the boundary and the line end.
        case padding
    }

    /// Whether the library ended the content where ours goes on with such a delimiter.
    func isCut(at kind: LooseDelimiter) -> Bool {
        guard case .content(_, let ours, let theirs) = subject, ours.starts(with: theirs) else { return false }
        let view = view(of: ours)
        // The line end of the head before counts as one of the delimiter, too.
        return looseDelimiter(at: view[(theirs.count + 2)...]) == kind
            || (theirs.isEmpty && looseDelimiter(at: view[...]) == kind)
    }

    /// Whether there is such a delimiter in the content of a part.
    func holds(_ kind: LooseDelimiter, in content: [UInt8]) -> Bool {
        let view = view(of: content)
        return view.indices.prefix(content.count + 2).contains {
            (view[$0] == UInt8(ascii: "\r") || view[$0] == UInt8(ascii: "\n"))
                && looseDelimiter(at: view[$0...]) == kind
        }
    }

    private func view(of content: [UInt8]) -> [UInt8] {
        FormInput.lineEnd + content + input.delimiter + FormInput.lineEnd
    }

    private func looseDelimiter(at bytes: ArraySlice<UInt8>) -> LooseDelimiter? {
        let start = Self.lineEndLength(bytes)
        guard start > 0, bytes.dropFirst(start).starts(with: input.dashes) else { return nil }
        let rest = bytes.dropFirst(start + input.dashes.count)
        guard library == .werkzeug else {
            return start == 2 && rest.first.map(FormHeader.isBlank) == true ? .padding : nil
        }
        if rest.starts(with: FormInput.closing) { return start == 2 ? nil : .otherLineEnd }
        let end = rest.drop { FormHeader.isBlank($0) || $0 == 0x0B || $0 == 0x0C }
        switch (start, Self.lineEndLength(end)) {
        case (_, 0): return nil
        case (2, 2): return end.count < rest.count ? .padding : nil
        default: return .otherLineEnd
        }
    }

    private static func lineEndLength(_ bytes: ArraySlice<UInt8>) -> Int {
        if bytes.starts(with: FormInput.lineEnd) { return 2 }
        return bytes.first == UInt8(ascii: "\r") || bytes.first == UInt8(ascii: "\n") ? 1 : 0
    }
}
