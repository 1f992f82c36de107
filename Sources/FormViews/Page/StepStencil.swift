import Forms
package import TemplateEngine

/// A step that has been drawn with gaps for what is typed and what differs from one showing to the next. Filling it is
/// copying bytes.
package struct StepStencil: Sendable {
    private enum Gap {
        case entry(EntryGap)
        case step(StepView.Gap)
        /// What forces differ in, by name.
        case fact(String)
    }

    private enum Piece {
        case bytes([UInt8])
        case gap(Gap)
        /// The pieces up to `end` are written where the gap is set; where it is not, if `isInverted`.
        case section(Gap, isInverted: Bool, end: Int)
    }

    private let pieces: [Piece]

    package init(_ stencil: Stencil) {
        let gap = { (name: String) -> Gap in
            if let entry = EntryGap(name: name) { return .entry(entry) }
            return StepView.Gap(rawValue: name).map { .step($0) } ?? .fact(name)
        }
        pieces = stencil.pieces.map { piece in
            switch piece {
            case .bytes(let bytes): .bytes(bytes)
            case .gap(let name): .gap(gap(name))
            case .section(let name, let isInverted, let end): .section(gap(name), isInverted: isInverted, end: end)
            }
        }
    }

    /// Writes the step.
    ///
    /// - Parameter fact: What a force says of something that forces differ in.
    package func fill(
        with view: StepView, into output: inout [UInt8], fact: (_ name: String) -> String?
    ) {
        var index = 0
        while index < pieces.count {
            switch pieces[index] {
            case .bytes(let bytes): output.append(contentsOf: bytes)
            case .gap(let gap):
                if let text = text(of: gap, view, fact) { HTML.escape(text, into: &output) }
            case .section(let gap, let isInverted, let end):
                if isSet(gap, view, fact) == isInverted {
                    index = end
                    continue
                }
            }
            index += 1
        }
    }

    private func text(of gap: Gap, _ view: StepView, _ fact: (String) -> String?) -> String? {
        switch gap {
        case .entry(.text(let field)): view.entry.fields[field]?.first
        case .entry: nil
        case .step(let gap): view.text(for: gap)
        case .fact(let name): fact(name)
        }
    }

    private func isSet(_ gap: Gap, _ view: StepView, _ fact: (String) -> String?) -> Bool {
        if case .entry(let gap) = gap { return gap.isSet(in: view.entry) }
        return text(of: gap, view, fact) != nil
    }
}
