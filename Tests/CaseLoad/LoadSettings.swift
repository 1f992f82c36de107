import CaseSamples

/// What the command line asks for.
struct LoadSettings: Sendable {
    let folder: String
    let resends: Bool
    let hasFiles: Bool
    /// How many forces the samples are spread over.
    let forces: Int
    /// How many tasks send, each one sample after the other.
    let callers: Int
    /// The number of the first sample.
    let first: Int
    /// How many samples are sent; nil for no end.
    let count: Int?
    /// How many bytes of the disk are kept for words.
    let floor: Int
    /// How long each task waits after a sample, as people do.
    let pause: Duration

    /// How far the numbers of two seeds are apart. No run sends so many.
    private static let seedStep = 1_000_000

    /// Nil where the arguments make no sense.
    init?(_ arguments: [String]) {
        var flags: Set<String> = []
        var numbers: [String: Int] = [:]
        guard let folder = arguments.first, !folder.hasPrefix("--") else { return nil }
        var rest = arguments.dropFirst()
        while let option = rest.popFirst() {
            switch option {
            case "--files", "--resend": flags.insert(option)
            case "--forces", "--callers", "--seed", "--count", "--floor", "--pause":
                guard let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else { return nil }
                numbers[option] = value
            default: return nil
            }
        }
        self.folder = folder
        resends = flags.contains("--resend")
        hasFiles = flags.contains("--files")
        forces = numbers["--forces"] ?? 1
        callers = numbers["--callers"] ?? 1
        first = (numbers["--seed"] ?? 0) * Self.seedStep
        count = numbers["--count"]
        floor = numbers["--floor"] ?? 0
        pause = .milliseconds(numbers["--pause"] ?? 0)
        guard (1...CaseSample.forceCount).contains(forces), callers > 0 else { return nil }
    }
}
