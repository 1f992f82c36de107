import Dispatch

/// Where the store does what blocks: on threads of its own, and never on one of its callers, who may be on the event
/// loop of a server.
enum StoreThread {
    private static let queue = DispatchQueue(label: "case-store", qos: .userInitiated, attributes: .concurrent)

    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }

    /// Does something that nobody waits for.
    static func start(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }
}
