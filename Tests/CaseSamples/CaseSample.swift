package import Forms
import TestSupport

/// A report that its number alone decides, so that whoever finds it in a store can tell whether it is whole. Only the
/// key of the draft is drawn anew every time.
package struct CaseSample: Sendable {
    package let number: Int
    package let answers: [StepID: StepAnswers]
    /// Whether it has a file.
    package let hasFile: Bool
    let account: String

    /// - Parameter withFiles: Whether every tenth has a file.
    package init(_ number: Int, withFiles: Bool) {
        self.number = number
        hasFile = withFiles && Self.hasFile(number)
        var generator = SeededGenerator(seed: UInt64(truncatingIfNeeded: number))
        let length = Int.random(in: 200...600, using: &generator)
        account = SampleText.text(of: length, using: &generator)
        answers = [
            SampleNames.place: [
                SampleNames.number: .text("\(number)"),
                SampleNames.address: .group(["line1": SampleText.text(of: 20, using: &generator), "town": "Casnewydd"]),
            ],
            SampleNames.events: [
                SampleNames.account: .text(account),
                SampleNames.kinds: .list(["theft", "damage"].shuffled(using: &generator)),
            ],
        ]
    }

    /// The number of the sample that has such answers; nil where they tell none.
    package static func number(in answers: [StepID: StepAnswers]) -> Int? {
        guard case .text(let number)? = answers[SampleNames.place]?[SampleNames.number] else { return nil }
        return Int(number)
    }

    /// Whether these are its answers, byte for byte. Unicode holds more texts for equal than are the same.
    package func isWhole(_ answers: [StepID: StepAnswers]) -> Bool {
        guard answers == self.answers, case .text(let text)? = answers[SampleNames.events]?[SampleNames.account] else {
            return false
        }
        return text.utf8.elementsEqual(account.utf8)
    }

    /// The force that it is for.
    package func force(among count: Int) -> ForceID {
        var generator = SeededGenerator(seed: UInt64(truncatingIfNeeded: number))
        return SampleNames.forces[Int.random(in: 0..<count, using: &generator)]
    }
}

// How it is sent.
extension CaseSample {
    /// The form asks nobody who they are, and keeps no draft.
    package var isAnonymous: Bool { number.isMultiple(of: 7) }
    /// It is sent once more when it has been acknowledged.
    package var isSentAgain: Bool { number.isMultiple(of: 11) }
    /// Two tasks send it at once.
    package var isSentByTwo: Bool { number.isMultiple(of: 13) }
}
