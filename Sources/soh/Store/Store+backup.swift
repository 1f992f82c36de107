import ArgumentParser
import CaseStore
import Forms
import Glibc

extension Store {
    struct BackUp: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "backup", abstract: "Copies a store, and verifies the copy.",
            discussion: """
                It may run while the intake does. Run it again with the same folder, and it copies what has changed. \
                Drafts are not copied.
                """)

        @OptionGroup var options: Options

        @Option(help: "The folder of the copy. It is made where there is none.")
        var to: String

        func run() async throws {
            try await ExitStatus.tellingFaults {
                let forces = try await Store.forces(in: options.store, only: options.force)
                try Store.makeFolder(to)
                for force in forces {
                    let result = try await Backup.make(
                        of: force, from: "\(options.store)/\(force)", to: "\(to)/\(force)")
                    VerificationText.print(result.verification, as: options.format)
                    guard result.verification.findings.isEmpty else {
                        throw ExitStatus.machineFault("the copy of \(force) is not in order")
                    }
                    if options.format == .text {
                        print("\(force): \(result.copied) files copied, \(result.removed) removed")
                    }
                }
            }
        }
    }

    struct PutBack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore", abstract: "Puts a copy in the place of a store that is lost.",
            discussion: "The copy is verified first. A force that has a store already is never written over.")

        @OptionGroup var options: Options

        @Option(help: "The folder of the copy.")
        var from: String

        func run() async throws {
            try await ExitStatus.tellingFaults {
                let forces = try await Store.forces(in: from, only: options.force)
                try Store.makeFolder(options.store)
                for force in forces {
                    do {
                        let result = try await Restore.run(
                            force, from: "\(from)/\(force)", to: "\(options.store)/\(force)")
                        VerificationText.print(result, as: options.format)
                        guard result.findings.isEmpty else {
                            throw ExitStatus.machineFault("what was restored of \(force) is not in order")
                        }
                    } catch let fault as StoreFault where fault.code == .conflict {
                        throw ExitStatus.refusal(fault.cause)
                    }
                }
            }
        }
    }

    /// Makes a folder that only this user can look into, unless it is there.
    private static func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw ExitStatus.machineFault("cannot make \(path): \(String(cString: strerror(errno)))")
    }
}
