/// A place in a source file, as an author's editor counts it.
package struct SourceLocation: Sendable, Hashable {
    /// The path that the author knows the file by, such as `Content/national/report/burglary.md`.
    package var file: String
    /// The line, from 1; nil where the fault concerns the file as a whole.
    package var line: Int?
    /// The column in Unicode scalars, from 1; nil where the fault concerns the whole line.
    package var column: Int?

    package init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceLocation: Comparable {
    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line ?? 0, left.column ?? 0) < (right.file, right.line ?? 0, right.column ?? 0)
    }
}

extension SourceLocation: CustomStringConvertible {
    package var description: String {
        ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}
