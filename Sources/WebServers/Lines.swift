extension String {
    /// The text with each of its lines indented.
    func indented(by spaces: Int = 4) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : String(repeating: " ", count: spaces) + $0 }.joined(separator: "\n")
    }

    /// Lines that end with a newline each.
    init(lines: [String]) {
        self = lines.map { "\($0)\n" }.joined()
    }
}
