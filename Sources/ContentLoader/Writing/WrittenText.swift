package import Diagnostics
import Forms

/// A text of a form or of the strings, and where it stands.
package struct WrittenText: Sendable {
    package let text: String
    package let location: SourceLocation

    package init(text: String, location: SourceLocation) {
        self.text = text
        self.location = location
    }
}

extension FormSource {
    /// Every English text that the form says to people.
    package var englishTexts: [WrittenText] {
        var texts = [WrittenText(text: definition.next.en, location: location)]
        for step in definition.steps {
            let place = stepLocations[step.id] ?? location
            let words = [step.title, step.text, step.repeats?.another].compactMap { $0?.en }
            texts += words.map { WrittenText(text: $0, location: place) }
            for question in step.questions {
                let place = questionLocations[question.id] ?? location
                let options = question.kind.behaviour.options.flatMap { [$0.label, $0.hint] }
                let advice = question.advice.keys.sorted().map { question.advice[$0] }
                let words = [question.label, question.hint] + options + advice
                texts += words.compactMap { $0 }.map { WrittenText(text: $0.en, location: place) }
            }
        }
        return texts
    }
}
