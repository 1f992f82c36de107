import CaseSamples
import Forms
import Testing

/// What `caseload` has said, in whole or in part.
struct LoadLog {
    struct Acknowledgement {
        let attempt: LoadAttempt
        let reference: Reference
    }

    /// What was begun, by number.
    private(set) var attempts: [Int: LoadAttempt] = [:]
    /// What was acknowledged, by number.
    private(set) var acknowledged: [Int: Acknowledgement] = [:]
    /// The codes of the refusals, by number. A number that was sent twice may have been acknowledged as well.
    private(set) var refused: [Int: Set<String>] = [:]

    /// Takes in a line. One draft that is given two references is an issue of the test.
    mutating func add(_ text: String) throws {
        let line = try #require(LoadLine(text), "\(text)")
        switch line {
        case .tried(let attempt): attempts[attempt.number] = attempt
        case .acknowledged(let attempt, let reference):
            add(Acknowledgement(attempt: attempt, reference: reference))
        case .refused(let number, _, let code): refused[number, default: []].insert(code)
        }
    }

    /// Takes in what was said in another part.
    mutating func add(_ other: LoadLog) {
        attempts.merge(other.attempts) { $1 }
        for acknowledgement in other.acknowledged.values { add(acknowledgement) }
        refused.merge(other.refused) { $0.union($1) }
    }

    private mutating func add(_ acknowledgement: Acknowledgement) {
        let known = acknowledged.updateValue(acknowledgement, forKey: acknowledgement.attempt.number)
        if let known { #expect(known.reference == acknowledgement.reference, "two references for one draft") }
    }

    /// The acknowledged numbers that have another reference elsewhere, or none.
    func numbers(whereOtherThan reference: (_ number: Int) -> Reference?) -> [Int] {
        acknowledged.filter { reference($0.key) != $0.value.reference }.keys.sorted()
    }

    /// The numbers that were both begun and acknowledged in this part.
    var completed: Set<Int> { Set(attempts.keys).intersection(acknowledged.keys) }
}
