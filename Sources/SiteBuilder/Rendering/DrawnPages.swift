import Synchronization

/// Pages that have been drawn, by everything that they depend on: editions that are drawn at the same time share them.
final class DrawnPages: Sendable {
    private let pages = Mutex<[PageView: DrawnPage]>([:])

    subscript(view: PageView) -> DrawnPage? {
        get { pages.withLock { $0[view] } }
        set { pages.withLock { $0[view] = newValue } }
    }
}
