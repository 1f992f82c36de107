import ArgumentParser
import ContentLoader
import Foundation

/// `soh forms …`
struct FormsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms", abstract: "Looks after forms and their translations.",
        subcommands: [List.self, Schema.self, Exits.self, Stamp.self])

    struct Stamp: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records in a Welsh twin which English it was made from.",
            discussion: """
                Run it when the Welsh says what the English says. 'soh check' then warns as soon as the English changes. \
                Pages, forms and question sets carry stamps; blocks do not.
                """)

        @Argument(help: "The twins, such as Content/national/report/burglary.cy.md.")
        var twins: [String] = []

        @Flag(help: "Stamps every twin of the content.")
        var all = false

        @Option(help: "The folder of the content, for --all.")
        var content = "Content"

        func validate() throws {
            if twins.isEmpty == !all {
                throw ValidationError("name the twins to stamp, or say --all")
            }
        }

        func run() async throws {
            var stamped = 0
            for twin in all ? try everyTwin() : twins {
                guard let (path, kind) = TranslationStamp.english(of: twin) else {
                    throw ExitStatus.refusal("\(twin) is not the twin of a page or a question set")
                }
                let (text, english) = (try read(twin), try read(path))
                do {
                    let next = try TranslationStamp.stamping(text, english: english, as: kind)
                    guard next != text else { continue }
                    try write(next, to: twin)
                    stamped += 1
                    print(twin)
                } catch let refusal as TranslationStamp.Refusal {
                    throw ExitStatus.refusal("\(twin) cannot be stamped: \(refusal.message)")
                }
            }
            print("\(stamped) stamped")
        }

        private func everyTwin() throws -> [String] {
            do {
                return try SourceFolder(reading: content).files.map(\.shown)
                    .filter { TranslationStamp.english(of: $0) != nil }
            } catch {
                throw ExitStatus.refusal("cannot read \(error.path): \(error.cause)")
            }
        }

        private func read(_ path: String) throws -> String {
            do {
                return String(decoding: try SourceFolder.read(path), as: UTF8.self)
            } catch {
                throw ExitStatus.refusal("cannot read \(error.path): \(error.cause)")
            }
        }

        private func write(_ text: String, to path: String) throws {
            do {
                try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw ExitStatus.machineFault("cannot write \(path): \(error.localizedDescription)")
            }
        }
    }
}
