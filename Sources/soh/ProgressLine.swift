import Glibc

/// One line on standard error that is written over and over while something is done. On anything but a terminal it
/// writes nothing.
struct ProgressLine: Sendable {
    private let isShown: Bool

    init(isShown: Bool) {
        self.isShown = isShown && isatty(STDERR_FILENO) == 1
    }

    func show(_ text: String) {
        guard isShown else { return }
        // Back to the first column, then clear to the end (ECMA-48, EL).
        StandardError.write("\r\u{1B}[K\(text)")
    }

    func clear() { show("") }
}
