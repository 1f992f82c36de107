package import Forms

/// A definition as people read it in one language: labels, error messages, and answers in words.
package struct FormWording: Sendable {
    package let definition: FormDefinition
    package let language: Language
    package let words: Words
    /// What files are called, by their ids.
    package var fileNames: [String: String] = [:]

    package init(_ definition: FormDefinition, in language: Language, words: Words) {
        self.definition = definition
        self.language = language
        self.words = words
    }

    /// What is wrong and what to do, in the manner of services for the public: "Enter the address".
    package func message(for finding: Judgement.Finding, in question: Question) -> String {
        var code = finding.code
        let noun: String
        if let key = finding.part.flatMap(question.view.nounKey) {
            noun = words(key)
        } else if let given = question.noun {
            noun = given[language]
        } else {
            noun = words("noun-default", ["label": question.label[language]])
            // "Select yes if …" and "Confirm that …" need a clause, and a quoted label is none.
            if [.yesNoMissing, .declarationMissing].contains(code) { code = .choiceMissing }
        }
        var arguments = finding.arguments
        arguments["noun"] = noun
        arguments["Noun"] = noun.capitalizedFirst
        if let option = arguments["option"] { arguments["option"] = label(of: option, in: question) }
        if let day = arguments["day"].flatMap(CalendarDate.init(iso:)) { arguments["day"] = words.date(day) }
        if let kinds = arguments["kinds"] {
            arguments["kinds"] = self.kinds(kinds.split(separator: " ").compactMap { FileClass(rawValue: String($0)) })
        }
        return words("faults.\(code.rawValue)", arguments)
    }

    /// What a choice is called.
    package func label(of value: String, in question: Question) -> String {
        switch question.kind.name {
        case .yesNo, .declaration: words("options.\(value)")
        case .safeContact: words("safe-contact.channels.\(value)")
        default: question.kind.behaviour.options.first { $0.value == value }?.label[language] ?? value
        }
    }

    /// An answer as lines of text.
    package func lines(of answer: Answer, to question: Question) -> [String] {
        question.view.lines(of: answer, to: question, in: self)
    }

    /// The kinds of files in words: "a photo or a video".
    func kinds(_ classes: [FileClass]) -> String {
        let names = classes.map { words("files.kinds.\($0.rawValue)") }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) \(words("or")) \(last)"
    }

    /// The title of a page: that of the step, or of one item of a repeating group.
    package func title(of step: Step, number: Int?) -> String {
        guard let repeats = step.repeats, let number else { return step.title[language] }
        return "\(repeats.item[language]) \(number)"
    }

    /// The clocks that the answers start, with their last days in words.
    package func clocks(_ journey: Journey, today: CalendarDate) -> [(label: String, day: String)] {
        (definition.clocks ?? []).map { clock in
            (clock.label[language], words.date(clock.lastDay(answers: journey.known, today: today)))
        }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
