package import Forms
package import FoundationEssentials

/// One line of a list of cases. It holds nothing that a citizen wrote.
package struct CaseSummary: Sendable, Hashable {
    package let reference: Reference
    package let force: ForceID
    package let form: FormID
    package let language: Language
    package let received: Date
    package let status: CaseRecord.Status
    /// When the first of its clocks runs out; nil where none runs.
    package let due: Date?
}
