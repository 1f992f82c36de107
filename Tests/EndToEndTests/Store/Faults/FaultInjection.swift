import Foundation
import TestSupport

/// System calls of a program that fail while a test wants them to. What a rule says is told in `fault.c`.
struct FaultInjection {
    struct CannotCompile: Error {
        let errors: String
    }

    /// What the program is started with.
    let environment: [String: String]
    private let rules: String

    /// Compiles the library, and begins without a rule.
    init(in folder: String) async throws {
        let library = "\(folder)/fault.so"
        try await Self.compile(to: library)
        rules = "\(folder)/rules"
        environment = ["LD_PRELOAD": library, "SOH_FAULT_FILE": rules]
        try set([])
    }

    /// Has these rules hold from now on, and no others.
    func set(_ rules: [String]) throws {
        let text = rules.map { "\($0)\n" }.joined()
        try Data(text.utf8).write(to: URL(filePath: self.rules), options: .atomic)
    }

    /// Whether a call has failed yet.
    var isMet: Bool { FileManager.default.fileExists(atPath: "\(rules).met") }

    /// The C compiler of Swift is there where these tests are built; others will do.
    private static func compile(to library: String) async throws {
        let source = URL(filePath: #filePath).deletingLastPathComponent().path + "/fault.c"
        var errors = ""
        for compiler in ["clang", "gcc", "cc"] {
            let arguments = [compiler, "-std=gnu11", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]
            let outcome = try await Program.run("/usr/bin/env", arguments)
            if outcome.status == 0 { return }
            errors += outcome.errors
        }
        throw CannotCompile(errors: errors)
    }
}
