package import Foundation

/// A small tree of files, written inline: `["national/index.md": "…"]`.
package struct FileTree: ExpressibleByDictionaryLiteral, Sendable {
    package var files: [String: String]

    package init(dictionaryLiteral files: (String, String)...) {
        self.files = Dictionary(files) { _, last in last }
    }

    package func merging(_ other: FileTree) -> FileTree {
        var tree = self
        tree.files.merge(other.files) { _, new in new }
        return tree
    }

    package func without(_ paths: String...) -> FileTree {
        var tree = self
        for path in paths { tree.files[path] = nil }
        return tree
    }

    package func write(to folder: String) throws {
        for (path, text) in files {
            let file = URL(filePath: "\(folder)/\(path)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    /// The files below a folder, by path, as bytes. A symbolic link is its target.
    package static func read(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let full = "\(folder)/\(path)"
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
                files[path] = Data("-> \(target)".utf8)
            } else if let data = FileManager.default.contents(atPath: full) {
                files[path] = data
            }
        }
        return files
    }
}
