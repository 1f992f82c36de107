/// What the command line asks of the case store.
enum StoreCommand {
    case store(folder: String, StoreLoad)
    case spool(folder: String, bytes: Int)
    case list(folder: String)
    case fill(folder: String, count: Int)

    static let usage = """
        benchmarks store FOLDER --callers N --forces N --seconds S
        benchmarks spool FOLDER BYTES
        benchmarks list FOLDER
        benchmarks fill FOLDER COUNT
        """

    /// Nil where the arguments ask for nothing of the kind.
    init?(_ arguments: [String]) {
        guard arguments.count >= 2 else { return nil }
        let (folder, rest) = (arguments[1], Array(arguments[2...]))
        let number = rest.count == 1 ? Int(rest[0]).flatMap { $0 > 0 ? $0 : nil } : nil
        switch (arguments[0], number) {
        case ("store", _):
            guard let load = StoreLoad(options: rest) else { return nil }
            self = .store(folder: folder, load)
        case ("spool", .some(let bytes)): self = .spool(folder: folder, bytes: bytes)
        case ("list", _) where rest.isEmpty: self = .list(folder: folder)
        case ("fill", .some(let count)): self = .fill(folder: folder, count: count)
        default: return nil
        }
    }

    func run() async throws -> StoreFigures {
        switch self {
        case .store(let folder, let load): try await load.run(in: folder)
        case .spool(let folder, let bytes): try await StoreSpool.run(in: folder, bytes: bytes)
        case .list(let folder): try await StoreList.run(in: folder)
        case .fill(let folder, let count): try await StoreFill.run(in: folder, count: count)
        }
    }
}
