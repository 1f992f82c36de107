/// Which elements are open, and which of them did not close as they should. Every element but the void ones must close:
/// our templates leave no end tag out, not even that of `p` and `li`.
struct ElementNesting {
    /// The most faults that are told of one piece of HTML. One end tag that is missing often brings others out of
    /// order, and an author mends the first; it also keeps the time for a piece in proportion to its size.
    static let mostFaults = 20

    private var open: [String] = []
    /// Closed by the end of an element around them, so that their own end tag is still to come.
    private var overdue: [String] = []
    private var faults: [String] = []

    mutating func start(_ name: String) {
        guard !Self.isVoid(name) else { return }
        open.append(name)
    }

    mutating func end(_ name: String) {
        if open.last == name {
            open.removeLast()
            return
        }
        guard faults.count < Self.mostFaults else { return }
        if let index = open.lastIndex(of: name) {
            let inner = open[(index + 1)...].suffix(Self.mostFaults)
            add(inner.reversed())
            overdue += inner
            open.removeSubrange(index...)
        } else if let index = overdue.lastIndex(of: name) {
            overdue.remove(at: index)
        } else {
            add(["/\(name)"])
        }
    }

    /// Notes a tag or a comment that the end of the bytes cuts off.
    mutating func cutOff(_ name: String) {
        add([name])
    }

    /// What is wrong when all is read: `p` for an element that does not close, or not inside the element that it
    /// began in; `/p` for an end tag that closes nothing.
    var unclosed: [String] {
        faults + open.suffix(Self.mostFaults - faults.count).reversed()
    }

    private mutating func add(_ names: [String]) {
        faults += names.prefix(Self.mostFaults - faults.count)
    }

    /// HTML, section 13.1.2, "void elements".
    private static func isVoid(_ name: String) -> Bool {
        switch name {
        case "input", "br", "meta", "link", "img", "hr", "wbr", "source", "col", "area", "base", "embed", "track": true
        default: false
        }
    }
}
