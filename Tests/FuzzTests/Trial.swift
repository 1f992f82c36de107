import Foundation
import FuzzTargets

/// Runs a target on one input after the other. What ends the process leaves its input behind, in
/// `.build/fuzz/<target>.<name>`: copied to the cases of the target, it fails again on its own.
struct Trial {
    private let target: FuzzTarget
    private let path: URL
    private let file: FileHandle

    init(of target: FuzzTarget, _ name: String) throws {
        let folder = FuzzCases.root.appending(path: ".build/fuzz")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.target = target
        path = folder.appending(path: "\(target.name).\(name)")
        try Data().write(to: path)
        file = try FileHandle(forWritingTo: path)
    }

    func run(on input: [UInt8]) throws {
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: Data(input))
        target.run(input)
    }

    /// Takes away what no longer is of use.
    func end() throws {
        try file.close()
        try FileManager.default.removeItem(at: path)
    }
}
