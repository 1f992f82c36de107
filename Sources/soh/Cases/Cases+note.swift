import ArgumentParser
import CaseStore
import Forms
import Glibc

extension Cases {
    struct Note: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a note to a case.")

        /// The longest note in Unicode scalars: some five pages. What is longer is a document, and none of ours.
        private static let limit = 10_000

        @OptionGroup var options: Options

        @Argument(help: "The reference of the case.")
        var reference: String

        @Argument(help: "The note; - reads it from standard input. One that begins with a hyphen stands after --.")
        var text: String

        func run() async throws {
            let reference = try Typed.reference(reference)
            let text = try text == "-" ? Self.standardInput() : text
            guard !text.isBlank else { throw ExitStatus.refusal("the note is empty") }
            guard text.unicodeScalars.count <= Self.limit else { throw Self.tooLong }
            try await options.atDesk { desk in
                try await desk.change(reference) { force in
                    try await desk.store.note(text, on: reference, in: force, by: desk.access)
                }
                print("\(reference): a note was added")
            }
        }

        private static var tooLong: any Error {
            ExitStatus.refusal("the note is too long: it may have \(limit.grouped) characters")
        }

        /// What comes on standard input, without the line breaks at its end.
        private static func standardInput() throws -> String {
            var bytes: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = piece.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else {
                    throw ExitStatus.machineFault("cannot read standard input: \(String(cString: strerror(errno)))")
                }
                guard count > 0 else { break }
                bytes += piece[..<count]
                // No scalar has more than four bytes.
                guard bytes.count <= 4 * limit + piece.count else { throw tooLong }
            }
            while let last = bytes.last, [0x0A, 0x0D].contains(last) { bytes.removeLast() }
            guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
                throw ExitStatus.refusal("the note is not text in UTF-8")
            }
            return text
        }
    }
}
