/// Where reports become cases, and where people work on them. What it has acknowledged is never lost.
///
/// Each force is a data controller of its own: nothing crosses from one to another. The protocols name no engine.
/// `SQLiteCaseStore` is the one that there is; another has to pass the same tests, whose suites are called conformance.
package protocol CaseStore: SubmissionStore, DraftStore, EvidenceStore, StoreHealth, CaseDesk {}
