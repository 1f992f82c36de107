import Forms

/// The answers as they are stored: JSON (RFC 8259) with sorted keys, so that the same answers are the same text.
///
/// Written by hand, because it is done for each report, and Foundation takes ten times as long.
struct AnswersJSON {
    private var bytes: [UInt8] = []

    static func text(of answers: [StepID: StepAnswers]) -> String {
        var json = AnswersJSON()
        json.bytes.reserveCapacity(2_048)
        json.object(answers.sorted { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) }) { json, step in
            switch step {
            case .once(let answers): json.item(answers)
            case .repeated(let items): json.array(items) { $0.item($1) }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private mutating func item(_ answers: [QuestionID: Answer]) {
        object(answers.sorted { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) }) { $0.answer($1) }
    }

    private mutating func answer(_ answer: Answer) {
        switch answer {
        case .text(let text): string(text)
        case .list(let list): array(list) { $0.string($1) }
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

    private mutating func array<Value>(_ list: [Value], _ write: (inout AnswersJSON, Value) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (index, value) in list.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            // What needs no escape is copied in one piece.
            var start = utf8.startIndex
            for index in utf8.indices where Self.needsEscape(utf8[index]) {
                bytes.append(contentsOf: utf8[start..<index])
                escape(utf8[index])
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        if byte < 0x20 {
            bytes += Array("\\u00\(CollectionOfOne(byte).hexadecimal)".utf8)
        } else {
            bytes += [UInt8(ascii: "\\"), byte]
        }
    }
}
