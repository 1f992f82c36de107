import Synchronization

/// Places for those who send files at the same time, so that they take a bounded share of memory and of the disk's time.
final class UploadPlaces: Sendable {
    /// How many may send at once.
    static let all = 64
    /// How many of them may be one client's.
    static let perClient = 16

    /// A place, for as long as somebody holds it.
    final class Place: Sendable {
        private let places: UploadPlaces
        private let client: ClientKey?

        fileprivate init(_ places: UploadPlaces, client: ClientKey?) {
            self.places = places
            self.client = client
        }

        deinit { places.give(client) }
    }

    private struct State {
        var taken = 0
        var clients: [ClientKey: Int] = [:]
    }

    private let state = Mutex(State())

    /// - Parameter client: Nil for one that is not known, whose places are not counted by themselves.
    /// - Returns: Nil where there is no place left.
    func take(for client: ClientKey?) -> Place? {
        let isFree = state.withLock { state in
            let own = client.flatMap { state.clients[$0] } ?? 0
            guard state.taken < Self.all, own < Self.perClient else { return false }
            state.taken += 1
            if let client { state.clients[client] = own + 1 }
            return true
        }
        return isFree ? Place(self, client: client) : nil
    }

    private func give(_ client: ClientKey?) {
        state.withLock { state in
            state.taken -= 1
            guard let client, let own = state.clients[client] else { return }
            state.clients[client] = own > 1 ? own - 1 : nil
        }
    }
}
