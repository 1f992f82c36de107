import CaseSamples

enum ResentAttempts {
    /// Reads attempts from standard input, one a line; nil where one is none.
    static func read() -> [LoadAttempt]? {
        var attempts: [LoadAttempt] = []
        while let line = readLine() {
            guard let attempt = LoadAttempt(line) else { return nil }
            attempts.append(attempt)
        }
        return attempts
    }
}
