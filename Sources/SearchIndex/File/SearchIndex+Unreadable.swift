import GRDB

extension SearchIndex {
    /// Why an index cannot be read. It tells nothing of what was searched for.
    package struct Unreadable: Error, Hashable, Sendable {
        package let cause: String
    }
}

extension SearchIndex.Unreadable {
    /// A failure of the engine by its code alone: its message may quote the query.
    init(_ error: any Error) {
        switch error {
        case let error as SearchIndex.Unreadable: self = error
        case let error as DatabaseError: self.init(cause: "SQLite \(error.extendedResultCode)")
        default: self.init(cause: "\(type(of: error))")
        }
    }
}

extension SearchIndex.Unreadable: CustomStringConvertible {
    package var description: String { "search index: \(cause)" }
}
