import FormData

/// A URL-encoded body of long answers, as they come from text areas.
enum URLEncodedBenchmark {
    /// What people type, as a browser encodes it.
    private static let typed = "I+came+home+at+7%3A30%2C+and+the+back+door+was+open.+Nobody+was+there.%0D%0A"
    /// A letter with an accent, over and over: each byte takes three.
    private static let escaped = "%C5%B5"
    /// The length of an answer, in bytes as sent, at least.
    private static let answerLength = 1_000

    static func rows(length: Int) throws -> [Row] {
        try [("typed text", typed), ("escapes only", escaped)].map { contents, phrase in
            let name = "urlencoded, \(contents)"
            let (body, fields) = body(of: phrase, length: length)
            guard try decode(body).fields == fields else { throw WrongResult(row: name) }
            var ours = Timing()
            for _ in 0..<Timing.runs { try ours.run { try decode(body).bytes } }
            return Row(name: name, bytesPerSecond: Double(body.count) / ours.best, checksum: ours.checksum)
        }
    }

    /// How many fields the body holds, and how many bytes their values have.
    private static func decode(_ body: [UInt8]) throws -> (fields: Int, bytes: Int) {
        var limits = URLEncodedLimits()
        limits.bytes = body.count
        limits.fields = body.count
        var decoder = URLEncodedDecoder(limits: limits)
        var fields = 0
        var bytes = 0
        try Pieces.of(body) { piece in
            var rest = piece
            while let field = try decoder.next(in: &rest) {
                fields += 1
                bytes += field.value.utf8.count
            }
        }
        if let last = try decoder.finish() {
            fields += 1
            bytes += last.value.utf8.count
        }
        return (fields, bytes)
    }

    /// A body of at least `length` bytes, and the number of its fields.
    private static func body(of phrase: String, length: Int) -> (bytes: [UInt8], fields: Int) {
        let repetitions = (answerLength + phrase.utf8.count - 1) / phrase.utf8.count
        let answer = Array(String(repeating: phrase, count: repetitions).utf8)
        var bytes: [UInt8] = []
        var fields = 0
        while bytes.count < length {
            if fields > 0 { bytes.append(UInt8(ascii: "&")) }
            bytes += Array("answer-\(fields)=".utf8) + answer
            fields += 1
        }
        return (bytes, fields)
    }
}
