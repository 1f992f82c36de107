package import Diagnostics
package import Forms

/// A form as it was read, with the places of what checks speak of later.
package struct FormSource: Sendable {
    package internal(set) var definition: FormDefinition
    /// Where the form begins.
    package let location: SourceLocation
    package internal(set) var stepLocations: [StepID: SourceLocation] = [:]
    package internal(set) var questionLocations: [QuestionID: SourceLocation] = [:]
    /// The pages that exits lead to.
    package internal(set) var exits: [LocatedPath] = []
    /// The names of the question sets that the form uses.
    package internal(set) var questionSets: [String] = []
    /// The slots that its words say.
    var slots: Set<String> = []
    /// Where the words of steps and questions come from that the form shares with others, by id.
    var shared: [String: SharedWords] = [:]
    /// The languages that every word of the form is there in.
    package internal(set) var languages: [Language] = [.english]

    init(definition: FormDefinition, location: SourceLocation) {
        self.definition = definition
        self.location = location
    }
}

/// Words that a step or a question has from a question set.
struct SharedWords: Sendable {
    /// The name of the set.
    let set: String
    /// The keys that the form says in its own words.
    var changed: Set<String>
}
