/// A system call in the output of `strace -f -y`.
struct SystemCall: Sendable {
    let name: String
    /// The arguments as strace writes them: strings in quotes, descriptors with their path behind them in `<>`.
    let arguments: String
    /// What it returned; nil where that is no number.
    let result: Int?
    /// The lines in which it begins and ends. All that stands between them happened meanwhile.
    let lines: ClosedRange<Int>

    /// Reads a trace. Calls that have not returned are left out.
    static func read(_ trace: String) -> [SystemCall] {
        var calls: [SystemCall] = []
        var begun: [Substring: (start: Int, text: Substring)] = [:]
        for (number, line) in trace.split(separator: "\n").enumerated() {
            guard let space = line.firstIndex(of: " ") else { continue }
            let process = line[..<space]
            let text = line[space...].drop { $0 == " " }
            if text.hasSuffix(unfinished) {
                begun[process] = (number, text.dropLast(unfinished.count))
            } else if text.hasPrefix("<... ") {
                guard let (start, head) = begun.removeValue(forKey: process),
                    let resumed = text.firstRange(of: " resumed>")
                else { continue }
                if let call = SystemCall(head + text[resumed.upperBound...], lines: start...number) {
                    calls.append(call)
                }
            } else if let call = SystemCall(text, lines: number...number) {
                calls.append(call)
            }
        }
        return calls
    }

    private static let unfinished = " <unfinished ...>"

    /// Reads `name(arguments) = result`; nil where it is something else, such as a signal.
    private init?(_ text: Substring, lines: ClosedRange<Int>) {
        guard let open = text.firstIndex(of: "("), let equals = text.ranges(of: " = ").last else { return nil }
        let head = text[..<equals.lowerBound].reversed().drop { $0 == " " }
        guard head.first == ")", !text[..<open].contains(" ") else { return nil }
        name = String(text[..<open])
        arguments = String(text[text.index(after: open)..<text.index(before: head.startIndex.base)])
        result = Int(text[equals.upperBound...].prefix { $0 == "-" || $0.isNumber })
        self.lines = lines
    }
}

extension SystemCall {
    /// The path of the descriptor that is its first argument; empty where there is none.
    var path: String {
        guard let start = arguments.firstIndex(of: "<"), let end = arguments.lastIndex(of: ">"),
            arguments[..<start].allSatisfy(\.isNumber)
        else { return "" }
        let rest = arguments[arguments.index(after: start)...end]
        return String(rest.prefix { $0 != ">" })
    }

    /// The strings among its arguments, none of which may hold a quote.
    var strings: [String] {
        arguments.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }

    /// Whether it has made sure that what was written to its descriptor is on disk.
    var isSync: Bool { ["fsync", "fdatasync"].contains(name) && result == 0 }

    /// Whether it has given a file another name.
    var isRename: Bool { ["rename", "renameat", "renameat2"].contains(name) && result == 0 }

    /// Whether it had returned before the other began.
    func isBefore(_ other: SystemCall) -> Bool { lines.upperBound < other.lines.lowerBound }
}
