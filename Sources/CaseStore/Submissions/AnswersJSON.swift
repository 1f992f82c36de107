import Forms

/// The answers as they are stored: JSON (RFC 8259) with sorted keys, so that the same answers are the same text.
///
/// Written by hand, because it is done for each report, and Foundation takes ten times as long.
struct AnswersJSON {
    private var bytes: [UInt8] = []

    static func text(of answers: [StepID: [QuestionID: Answer]]) -> String {
        var json = AnswersJSON()
        json.bytes.reserveCapacity(2_048)
        json.object(answers.sorted { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) }) { json, step in
            json.object(step.sorted { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) }) { $0.answer($1) }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private mutating func answer(_ answer: Answer) {
        switch answer {
        case .text(let text): string(text)
        case .list(let list): array(list)
        case .group(let group):
            object(group.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }) {
                $0.string($1)
            }
        }
    }

    private mutating func object<Value>(
        _ members: [(name: String, value: Value)], _ write: (inout AnswersJSON, Value) -> Void
    ) {
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            string(member.name)
            bytes.append(UInt8(ascii: ":"))
            write(&self, member.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func array(_ list: [String]) {
        bytes.append(UInt8(ascii: "["))
        for (index, text) in list.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            string(text)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: bytes += Array("\\u00".utf8) + Array([byte].hexadecimal.utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
