/// Photos, videos, recordings and documents. What a file is, its bytes tell and not its name.
package struct FileQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.file
    package static let defaultCount = 5
    /// What a camera's photo takes, in bytes.
    package static let defaultSize = 20_000_000

    package var accept: [FileClass]
    /// The largest file, in bytes.
    package var size: Int
    /// The most files.
    package var count: Int

    package init(accept: [FileClass] = [.photo], size: Int = defaultSize, count: Int = defaultCount) {
        self.accept = accept
        self.size = size
        self.count = count
    }

    package var isMultiple: Bool { true }
    package var missing: FaultCode { .fileMissing }
    package var schema: SchemaNode {
        [
            "type": "array",
            "items": ["type": "string", "description": "the id of a file in the evidence of the case"],
            "minItems": 1, "maxItems": .number(count),
        ]
    }

    /// What is posted for it are files, which have been judged one by one when they arrived.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        guard !typed.files.isEmpty else { return .absent }
        guard typed.files.count <= count else {
            return .faulty([.init(.fileTooMany, arguments: ["count": "\(count)"])])
        }
        return .answered(.list(typed.files.map(\.id)))
    }

    /// What is wrong with one file; nil where nothing is.
    package func finding(in file: EntryFile) -> Judgement.Finding? {
        if file.bytes == 0 { return .init(.fileEmpty, arguments: ["name": file.name]) }
        if file.bytes > size { return tooLarge(name: file.name) }
        guard accept.contains(where: { $0.kinds.contains(file.kind) }) else {
            let kinds = accept.map(\.rawValue).joined(separator: " ")
            return .init(.fileWrongKind, arguments: ["name": file.name, "kinds": kinds])
        }
        return nil
    }

    /// A file that is larger than what is taken.
    package func tooLarge(name: String) -> Judgement.Finding {
        .init(.fileTooLarge, arguments: ["name": name, "size": FileSize.text(size)])
    }

    /// The letter of no language: a file is not typed.
    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] { [[:]] }
}
