import ArgumentParser
import ContentLoader
import Diagnostics
import Forms

extension FormsCommand {
    /// The forms of the content, those that no fault keeps from being read.
    private static func forms(in folder: String) throws -> [(form: FormSource, page: SourcePage)] {
        var report = DiagnosticReport()
        do {
            let content = try SiteContent.load(folder, &report)
            return content.pages.compactMap { page in page.form.map { ($0, page) } }
        } catch {
            throw Generator.machineFault(error) ?? error
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the forms: id, letters, languages and page.")

        @Option(help: "The folder of the content.")
        var content = "Content"

        @Option(help: "How forms are listed: text or json.")
        var format = OutputFormat.text

        func run() async throws {
            for (form, page) in try FormsCommand.forms(in: content) {
                let definition = form.definition
                let languages = form.languages.map(\.rawValue).joined(separator: " ")
                switch format {
                case .text: print("\(definition.id)  \(definition.code)  \(languages)  \(page.path)")
                case .json:
                    print(
                        JSONLine([
                            "form": definition.id.rawValue, "code": definition.code.rawValue,
                            "languages": languages, "page": page.path.description,
                        ]))
                }
            }
        }
    }

    struct Schema: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints what the answers of a form look like, as JSON Schema (draft 2020-12).",
            discussion: "It describes the member 'answers' of a case, as 'soh cases export' prints it.")

        @Argument(help: "The id of the form, such as burglary.")
        var form: String

        @Option(help: "The folder of the content.")
        var content = "Content"

        func run() async throws {
            let forms = try FormsCommand.forms(in: content)
            guard let found = forms.first(where: { $0.form.definition.id.rawValue == form }) else {
                let near = Suggestion.nearest(to: form, among: forms.map(\.form.definition.id.rawValue))
                throw ExitStatus.refusal("there is no form '\(form)'\(near.map { ": did you mean '\($0)'?" } ?? "")")
            }
            print(found.form.definition.answersSchema.json, terminator: "")
        }
    }
}
