/// A part of a list of cases: those whose clock runs out first come first, closed ones last, newer before older.
///
/// A list is read page by page, so that no reader keeps the log of the database from being emptied for long.
package struct CasePage<Case: Sendable>: Sendable {
    package let cases: [Case]
    /// Where the next page begins; nil where there is none.
    package let next: CaseCursor?
}

/// A place in a list of cases. It is made by the store, and means nothing to anybody else.
package struct CaseCursor: Sendable, Hashable {
    let due: Int64
    let received: Int64
    let id: Int64
}
