import TestSupport

/// Makes inputs that are like those that it was given, but for a few changes. The same seed makes the same inputs.
struct Mutator {
    /// The longest input, in bytes: some times a case, and short enough for thousands of them.
    static let longest = 1_024

    /// The most changes to one case: enough to meet two faults at once, and few enough to leave most of it whole.
    private static let mostChanges = 6
    /// The longest range that is taken out, doubled or borrowed, in bytes.
    private static let longestRange = 48
    /// Ends of ranges, line ends, and what separates or quotes in one of our grammars.
    private static let interesting: [UInt8] =
        Array("\0\u{1}\u{1C}\u{7F}\t\r\n \"'`<>&%+=;:,.-_|/\\!#$^?*@[](){}~01XAa".utf8)
        + [0x80, 0xBF, 0xC3, 0xCC, 0xE2, 0xED, 0xF4, 0xFE, 0xFF]

    private let cases: [[UInt8]]
    private var generator: SeededGenerator

    init(of cases: [[UInt8]], seed: UInt64) {
        self.cases = cases
        generator = SeededGenerator(seed: seed)
    }

    mutating func next() -> [UInt8] {
        var input = anyCase()
        for _ in 0..<Int.random(in: 1...Self.mostChanges, using: &generator) { change(&input) }
        return Array(input.prefix(Self.longest))
    }

    private mutating func change(_ input: inout [UInt8]) {
        let place = Int.random(in: 0...input.count, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0 where place < input.count: input[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        case 1 where place < input.count: input[place] = anyInteresting()
        case 2: input.insert(UInt8.random(in: .min ... .max, using: &generator), at: place)
        case 3: input.removeSubrange(anyRange(in: input))
        case 4:
            let doubled = Array(input[anyRange(in: input)])
            input.insert(contentsOf: doubled, at: place)
        case 5:
            let other = anyCase()
            let borrowed = Array(other[anyRange(in: other)])
            input.insert(contentsOf: borrowed, at: place)
        case 6:
            let other = anyCase()
            input.replaceSubrange(place..., with: other[Int.random(in: 0...other.count, using: &generator)...])
        default: input.insert(anyInteresting(), at: place)
        }
    }

    private mutating func anyCase() -> [UInt8] { cases.randomElement(using: &generator) ?? [] }

    private mutating func anyInteresting() -> UInt8 { Self.interesting.randomElement(using: &generator) ?? 0 }

    private mutating func anyRange(in input: [UInt8]) -> Range<Int> {
        let start = Int.random(in: 0...input.count, using: &generator)
        let longest = min(Self.longestRange, input.count - start)
        return start..<(start + Int.random(in: 0...longest, using: &generator))
    }
}
