package import Forms

/// A definition as people read it in one language: labels, error messages, and answers in words.
package struct FormWording: Sendable {
    package let definition: FormDefinition
    package let language: Language
    package let words: Words

    package init(_ definition: FormDefinition, in language: Language, words: Words) {
        self.definition = definition
        self.language = language
        self.words = words
    }

    /// What is wrong and what to do, in the manner of services for the public: "Enter the address".
    package func message(for finding: Judgement.Finding, in question: Question) -> String {
        var code = finding.code
        let noun: String
        if case .address = question.kind, let part = finding.part {
            noun = words("parts.\(part)")
        } else if let given = question.noun {
            noun = given[language]
        } else {
            noun = words("noun-default", ["label": question.label[language]])
            // "Select yes if …" needs a clause, and a quoted label is none.
            if code == .yesNoMissing { code = .choiceMissing }
        }
        var arguments = finding.arguments
        arguments["noun"] = noun
        arguments["Noun"] = noun.prefix(1).uppercased() + noun.dropFirst()
        return words("faults.\(code.rawValue)", arguments)
    }

    /// What a choice is called.
    package func label(of value: String, in question: Question) -> String {
        let options: [Choice]
        switch question.kind {
        case .radios(let radios): options = radios.options
        case .checkboxes(let checkboxes): options = checkboxes.options
        case .yesNo: return words("options.\(value)")
        default: return value
        }
        return options.first { $0.value == value }?.label[language] ?? value
    }

    /// An answer as lines of text.
    package func lines(of answer: Answer, to question: Question) -> [String] {
        switch (answer, question.kind) {
        case (.text(let text), .date):
            return [CalendarDate(iso: text).map(long) ?? text]
        case (.text(let text), .radios), (.text(let text), .yesNo):
            return [label(of: text, in: question)]
        case (.text(let text), _):
            return text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
        case (.list(let values), _):
            return values.map { label(of: $0, in: question) }
        case (.group(let parts), _):
            return question.kind.behaviour.parts.compactMap { parts[$0] }
        }
    }

    /// A day in words: `27 March 2026`.
    private func long(_ date: CalendarDate) -> String {
        words.date(date)
    }
}
