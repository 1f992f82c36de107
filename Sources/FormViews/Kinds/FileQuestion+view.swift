import Forms
import TemplateEngine

extension FileQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        let files = context.typed.files.map { file -> TemplateValue in
            ["id": .text(file.id), "filename": .text(file.name), "size": .text(FileSize.text(file.bytes))]
        }
        return (
            .file,
            [
                "accept": .text(Set(accept.flatMap(\.picker)).sorted().joined(separator: ",")),
                "kinds": .text(context.wording.kinds(accept)), "size": .text(FileSize.text(size)),
                "count": .text("\(count)"), "several": .flag(count > 1),
                "files": .list(files, in: "items"), "room": .flag(files.count < count),
            ]
        )
    }

    /// The names of the files; their ids where the names are not known.
    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        if case .list(let ids) = answer { ids.map { wording.fileNames[$0] ?? $0 } } else { [] }
    }
}
