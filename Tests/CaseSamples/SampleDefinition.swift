import CaseStore
import Crypto
import Forms
import FoundationEssentials

/// The forms that samples are made with. A store keeps their bytes, and reads nothing in them but `identity`.
enum SampleDefinition {
    static let named = definition(of: SampleNames.named, #"{"identity":"asked"}"#)
    static let anonymous = definition(of: SampleNames.anonymous, #"{"identity":"none"}"#)

    private static func definition(of form: FormID, _ json: String) -> StoredDefinition {
        let bytes = Array(json.utf8)
        return StoredDefinition(digest: SHA256.hash(data: bytes).hexadecimal, form: form, json: bytes)
    }
}
