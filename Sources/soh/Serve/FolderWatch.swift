import Dispatch
import Glibc
import Synchronization

/// Tells when something below some folders changes (inotify(7)).
final class FolderWatch: Sendable {
    /// One element for any number of changes since the last one was taken.
    let changes: AsyncStream<Void>

    /// Dispatch says of its objects that any thread may call them; after `init` only `cancel()` is called.
    private nonisolated(unsafe) let source: any DispatchSourceRead

    /// What an editor does when it saves, and what moves files about.
    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF)

    /// Nil where the system has no watches left.
    init?(_ folders: [String]) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        for folder in folders { Self.watch(folder, with: descriptor) }
        let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.changes = changes
        let queue = DispatchQueue(label: "soh.watch")
        let events = EventCount()
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while read(descriptor, &buffer, buffer.count) > 0 {}
            // Folders may be new. Watching one again changes nothing.
            for folder in folders { Self.watch(folder, with: descriptor) }
            let event = events.withLock { events in
                events += 1
                return events
            }
            queue.asyncAfter(deadline: .now() + Self.quiet) {
                if events.withLock({ $0 == event }) { continuation.yield() }
            }
        }
        source.setCancelHandler {
            close(descriptor)
            continuation.finish()
        }
        source.activate()
    }

    /// How long nothing may happen before a change counts: an editor that saves writes more than one file.
    private static let quiet = DispatchTimeInterval.milliseconds(40)

    /// How many events there have been.
    private final class EventCount: Sendable {
        private let count = Mutex(0)

        func withLock<Value>(_ body: (inout Int) -> Value) -> Value { count.withLock { body(&$0) } }
    }

    func stop() { source.cancel() }

    /// Watches a folder and every folder below it.
    private static func watch(_ folder: String, with descriptor: Int32) {
        guard inotify_add_watch(descriptor, folder, mask) >= 0, let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            guard Int32(entry.pointee.d_type) == DT_DIR else { continue }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { watch("\(folder)/\(name)", with: descriptor) }
        }
    }
}
