package import Forms

/// Answers and files under way: what was posted for each step so far.
package struct Draft: Sendable {
    package let key: DraftKey
    package let form: FormID
    /// The digest of the definition that the draft goes on with.
    package let definition: String
    package let entries: [EntryPlace: StepEntry]
    /// The files under way, in the order in which they came.
    package let files: [SubmittedFile]
}
