import ArgumentParser
import CaseStore
import Forms

extension Cases {
    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Links two cases of a force, both ways.")

        @OptionGroup var options: Options

        @Argument(help: "The reference of a case.")
        var reference: String

        @Argument(help: "The reference of the other.")
        var other: String

        @Option(help: "What they are to each other: duplicate or related.")
        var kind = CaseLink.Kind.related.rawValue

        func run() async throws {
            let (reference, other) = (try Typed.reference(reference), try Typed.reference(other))
            let kind: CaseLink.Kind = try Typed.choice(kind, of: "kind of link")
            guard reference != other else { throw ExitStatus.refusal("a case is not linked to itself") }
            try await options.atDesk { desk in
                try await desk.change(reference) { force in
                    guard try await desk.store.contains(other, in: force) else {
                        throw ExitStatus.refusal("\(force) has no case \(other): only cases of one force are linked")
                    }
                    return try await desk.store.link(
                        reference, CaseLink(kind, to: other), in: force, by: desk.access)
                }
                print("\(reference): linked to \(other) as \(kind.rawValue)")
            }
        }
    }
}
