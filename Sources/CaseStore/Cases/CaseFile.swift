/// A case with everything that belongs to it.
package struct CaseFile: Sendable {
    package let record: CaseRecord
    /// The definition that judged it.
    package let definition: StoredDefinition
    /// Who reports; nil where nobody said.
    package let person: Person?
    /// The events, the first first. The view that this file was made for is one of them.
    package let events: [CaseEvent]
    package let links: [CaseLink]
}
