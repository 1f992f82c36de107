package import Diagnostics
package import Forms

/// A form as it was read, with the places of what checks speak of later.
package struct FormSource: Sendable {
    package internal(set) var definition: FormDefinition
    /// Where the form begins.
    package let location: SourceLocation
    var stepLocations: [StepID: SourceLocation] = [:]
    var questionLocations: [QuestionID: SourceLocation] = [:]
    /// The pages that exits lead to.
    package internal(set) var exits: [LocatedPath] = []
    /// Steps whose words come from a shared question set, in every language.
    var sharedSteps: Set<StepID> = []
    /// The names of the question sets that the form uses.
    package var questionSets: [String] { sharedSteps.map(\.rawValue).sorted() }
    /// The languages that every word of the form is there in.
    package internal(set) var languages: [Language] = [.english]
}
