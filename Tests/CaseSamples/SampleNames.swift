import Forms

/// The names in samples.
enum SampleNames {
    static let named: FormID = name("named")
    static let anonymous: FormID = name("anonymous")
    static let place: StepID = name("place")
    static let number: QuestionID = name("number")
    static let address: QuestionID = name("address")
    static let events: StepID = name("events")
    static let account: QuestionID = name("account")
    static let kinds: QuestionID = name("kinds")
    static let photo: QuestionID = name("photo")
    static let forces: [ForceID] = [
        "gwent", "kent", "essex", "surrey", "sussex", "norfolk", "suffolk", "cumbria", "dorset", "cleveland", "durham",
        "humberside",
    ].map { name($0) }

    /// The first three letters.
    static func code(_ name: String) -> LetterCode {
        guard let code = LetterCode(rawValue: String(name.uppercased().prefix(3))) else {
            preconditionFailure("no code")
        }
        return code
    }

    private static func name<Scope>(_ text: String) -> Identifier<Scope> {
        guard let name = Identifier<Scope>(rawValue: text) else { preconditionFailure("no name") }
        return name
    }
}

extension CaseSample {
    /// How many forces samples can be spread over.
    package static var forceCount: Int { SampleNames.forces.count }
}
