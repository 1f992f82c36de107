import Forms

@testable import CaseStore

/// What must hold for the sealed rows of a draft.
enum SealedRows {
    /// The form and the step that the rows are of.
    static let form = identifier("report") as FormID
    private static let step = identifier("where") as StepID
    private static let key = {
        guard let key = DraftKey(cookie: String(repeating: "A", count: 43)) else { preconditionFailure("no key") }
        return key
    }()

    private static func identifier<Scope>(_ name: String) -> Identifier<Scope> {
        guard let identifier = Identifier<Scope>(rawValue: name) else { preconditionFailure("no id") }
        return identifier
    }

    /// Checks that the bytes do not open as a row, and that a row that holds them opens, but not with one bit changed.
    static func check(_ bytes: [UInt8]) {
        expectRefusal(of: SealedRow(bytes: bytes))
        let entry = StepEntry(fields: ["text": [String(decoding: bytes, as: UTF8.self)]])
        guard let sealed = try? SealedRow(entry, at: step.rawValue, form: form, with: key) else {
            preconditionFailure("an entry cannot be sealed")
        }
        precondition(
            (try? sealed.open(at: step.rawValue, form: form, with: key)) == entry, "a row does not open as it was")
        var changed = sealed.bytes
        // The input chooses the bit, so that the same input gives the same run.
        let number = bytes.reduce(0 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 } >> 8
        let bit = Int(number % UInt64(changed.count * 8))
        changed[bit / 8] ^= 1 << (bit % 8)
        expectRefusal(of: SealedRow(bytes: changed))
    }

    private static func expectRefusal(of row: SealedRow<StepEntry>) {
        do {
            _ = try row.open(at: step.rawValue, form: form, with: key)
        } catch {
            precondition(!(error is DecodingError), "the seal was opened, and only what was in it refused")
            return
        }
        preconditionFailure("a row opened that was never sealed")
    }
}
