import FormData
import Foundation

/// What the libraries that `form_oracle.py` knows make of cases.
enum FormOracle {
    private struct Question: Encodable {
        let type: String
        let body: Data
    }

    private struct Answer: Decodable {
        struct Part: Decodable {
            let name: Data?
            let filename: Data?
            let type: Data?
            let bytes: Data
        }

        let library: FormLibrary
        let parts: [Part]?
        let refused: String?
    }

    struct Malformed: Error {
        let line: String
    }

    /// The verdicts of each library that knows the type of a case, in the order of the cases.
    static func verdicts(of cases: [FormCase]) async throws -> [[(library: FormLibrary, verdict: FormVerdict)]] {
        let encoder = JSONEncoder()
        let questions = try cases.map { item in
            let question = Question(type: item.type, body: Data(item.body))
            return String(decoding: try encoder.encode(question), as: UTF8.self)
        }
        let output = try await Python.run("form_oracle.py", input: questions.map { $0 + "\n" }.joined())
        let decoder = JSONDecoder()
        var answers = try output.split(separator: "\n").map { line in
            let answer = try decoder.decode(Answer.self, from: Data(line.utf8))
            return (library: answer.library, verdict: try verdict(of: answer, line: line))
        }[...]
        let verdicts = cases.map { item in
            let count = item.type == FormCase.urlEncodedType ? FormLibrary.allCases.count : FormLibrary.multipart.count
            defer { answers = answers.dropFirst(count) }
            return Array(answers.prefix(count))
        }
        guard answers.isEmpty, let last = verdicts.last, !last.isEmpty else {
            throw Malformed(line: "\(answers.count) answers are left")
        }
        return verdicts
    }

    private static func verdict(of answer: Answer, line: Substring) throws -> FormVerdict {
        if let error = answer.refused { return .refused(error) }
        guard let parts = answer.parts else { throw Malformed(line: String(line)) }
        return .parts(
            parts.map {
                FormPart(
                    name: $0.name.map { Array($0) }, filename: $0.filename.map { Array($0) },
                    type: $0.type.map { Array($0) }, bytes: Array($0.bytes))
            })
    }
}

extension FormVerdict {
    /// What our decoders make of a case.
    init(ofOursOn item: FormCase) {
        do throws(FormRefusal) {
            let isURLEncoded = item.type == FormCase.urlEncodedType
            self = .parts(try isURLEncoded ? Self.fields(of: item) : Self.parts(of: item))
        } catch {
            self = .refused(Self.name(of: error))
        }
    }

    private static func fields(of item: FormCase) throws(FormRefusal) -> [FormPart] {
        try URLEncodedDecoder.fields(of: item.body).map { field in
            FormPart(name: Array(field.name.utf8), bytes: Array(field.value.utf8))
        }
    }

    private static func parts(of item: FormCase) throws(FormRefusal) -> [FormPart] {
        var parts: [FormPart] = []
        var decoder = try MultipartDecoder(contentType: item.type)
        try decoder.push(item.body[...]) { event in
            switch event {
            case .part(let head):
                parts.append(
                    FormPart(
                        name: Array(head.name.utf8), filename: head.filename.map { Array($0.utf8) },
                        type: head.contentType.map { Array($0.utf8) }, bytes: []))
            case .bytes(let bytes): parts[parts.count - 1].bytes += bytes
            case .end: break
            }
        }
        try decoder.finish()
        return parts
    }

    private static func name(of refusal: FormRefusal) -> String {
        switch refusal {
        case .malformed(let fault): fault.rawValue
        case .tooLarge(let limit): "tooLarge \(limit.rawValue)"
        case .incomplete: "incomplete"
        case .notText: "notText"
        }
    }
}
