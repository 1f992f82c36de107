import Foundation
import TestSupport

/// The inputs that are kept for the targets: one folder a target, one file an input.
enum FuzzCases {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    /// The root of the package.
    static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

    /// The cases of a target, by the name of their file.
    static func of(_ target: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = tests.appending(path: "Corpus/\(target)").path(percentEncoded: false)
        return try FileTree.read(folder).map { (name: $0.key, bytes: Array($0.value)) }.sorted { $0.name < $1.name }
    }

    /// The names of what is in one of the folders beside this file, sorted.
    static func names(in folder: String) throws -> [String] {
        let path = tests.appending(path: folder).path(percentEncoded: false)
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
}
