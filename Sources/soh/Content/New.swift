import ArgumentParser
import ContentLoader
import Diagnostics
import Forms
import Foundation
import Intake
import Markdown
import SiteBuilder
import SiteModel

struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begins a page, a form or a force with files that pass 'soh check'.",
        subcommands: [Page.self, Form.self, NewForce.self])

    /// Where a scaffold goes.
    struct Place: ParsableArguments {
        @Option(help: "The folder of the content.")
        var content = "Content"

        @Option(help: "The id of a force whose page it is; the page of all forces by default.")
        var force: String?

        @Option(help: "What the page is called.")
        var title: String

        /// The file of a page.
        ///
        /// - Throws: `ExitCode` after telling why no page can stand there.
        func file(of path: PagePath) throws -> String {
            if let first = path.components.first, PagePath.reservedRoots.contains(first) {
                throw ExitStatus.refusal("no page can begin with /\(first): that address serves something else")
            }
            if let force, !FileManager.default.fileExists(atPath: "\(content)/forces/\(force)/force.yml") {
                throw ExitStatus.refusal("there is no force '\(force)' in \(content)/forces")
            }
            let folder = force.map { "forces/\($0)/pages" } ?? "national"
            return "\(content)/\(folder)\(path == .home ? "/index" : path.description).md"
        }
    }

    struct Page: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Begins a page.")

        @Argument(help: "The address of the page, such as /advice/locks.", transform: pagePath)
        var path: PagePath

        @OptionGroup var place: Place

        func run() async throws {
            let file = try place.file(of: path)
            try Scaffold.write(Scaffold.page(title: place.title, today: London.day(of: Date())), to: file)
        }
    }

    struct Form: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Begins a form.")

        @Argument(help: "The address of the form, such as /report/graffiti.", transform: pagePath)
        var path: PagePath

        @Option(help: "Three capital letters that stand for the form in references.", transform: letterCode)
        var code: LetterCode

        @OptionGroup var place: Place

        func run() async throws {
            guard let last = path.components.last, FormID(rawValue: last) != nil else {
                throw ExitStatus.refusal(
                    "'\(path)' cannot be the address of a form: its last part begins with a letter")
            }
            let text = Scaffold.form(title: place.title, code: code, today: London.day(of: Date()))
            try Scaffold.write(text, to: try place.file(of: path))
        }
    }

    struct NewForce: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "force", abstract: "Begins a force, and checks its site.")

        @Argument(help: "The id of the force: its folder, its host here and its store.")
        var id: String

        @Option(help: "The name of the force.")
        var name: String

        @Option(name: .customLong("name-cy"), help: "Its Welsh name. With it the site has Welsh.")
        var welshName: String?

        @Option(help: "Three capital letters that stand for the force in references.", transform: letterCode)
        var code: LetterCode

        @Option(help: "The host of the real site, such as www.example.police.uk.")
        var host: String

        @Option(help: "The number that people call when it is not an emergency.")
        var phone = "101"

        @Option(help: "The colour of the head of its pages, such as '#17264d'; that of all forces by default.")
        var accent: String?

        @Option(help: "The folder of the content.")
        var content = "Content"

        @Option(help: "The folder of the templates.")
        var templates = "Templates"

        func run() async throws {
            guard let id = ForceID(rawValue: id), !Site.reservedFolders.contains(id.rawValue) else {
                throw ExitStatus.refusal(
                    "'\(id)' cannot be the id of a force: use lower-case letters and hyphens, and not 'intake'")
            }
            guard Force.isHostName(host.lowercased()) else {
                throw ExitStatus.refusal("'\(host)' is not the name of a host")
            }
            let facts = Scaffold.Force(
                name: name, welshName: welshName, code: code, host: host.lowercased(), phone: phone, accent: accent)
            let folder = "\(content)/forces/\(id)"
            try Scaffold.write(facts.text, to: "\(folder)/force.yml")
            let options = try BuildOptions.parse([
                "--content", content, "--templates", templates, "--force", id.rawValue,
            ])
            let summary = try Generator(options).run(publishing: false)
            print(summary.text(of: "no errors"))
            print("look at it: soh serve, http://\(id).localhost:8080/")
            let blocks = try Self.blocks(in: content)
            guard !blocks.isEmpty else { return }
            print("say what is its own: \(blocks.map { "\(folder)/blocks/\($0).md" }.joined(separator: ", "))")
        }

        /// The blocks that pages of all forces open.
        private static func blocks(in content: String) throws -> [String] {
            var ignored = DiagnosticReport()
            let pages = try SiteContent.load(content, &ignored).pages
            return Set(pages.flatMap { $0.english.body.blocks.map(\.name) }).sorted()
        }
    }
}

@Sendable private func pagePath(_ text: String) throws -> PagePath {
    guard let path = PagePath(text) else {
        throw ValidationError("'\(text)' is not the address of a page: write it from '/', in lower-case letters")
    }
    return path
}

@Sendable private func letterCode(_ text: String) throws -> LetterCode {
    guard let code = LetterCode(rawValue: text) else { throw ValidationError("'\(text)' is not three capital letters") }
    return code
}
