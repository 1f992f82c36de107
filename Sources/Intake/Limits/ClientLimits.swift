import Forms
import Synchronization

/// How much one client may ask for: token buckets, one for each kind of request and client (Tanenbaum, "Computer
/// Networks", traffic shaping). Thousands may share the address of a mobile network, so there is plenty in each.
///
/// A report in words takes from no bucket that could be empty.
package final class ClientLimits: Sendable {
    package enum Kind: Int, Sendable, CaseIterable {
        /// A post that holds a file.
        case upload
        /// A draft that is begun.
        case draft
        case search
    }

    /// How many requests of a kind a client may make a minute in the long run. At once it may make those of five minutes.
    package struct Rates: Sendable {
        package var uploads = 12
        package var drafts = 12
        package var searches = 60

        package init() {}

        fileprivate func perMinute(_ kind: Kind) -> Double {
            switch kind {
            case .upload: Double(uploads)
            case .draft: Double(drafts)
            case .search: Double(searches)
            }
        }
    }

    private struct Name: Hashable {
        let client: ClientKey
        let kind: Kind
    }

    private struct Bucket {
        var level: Double
        var at: ContinuousClock.Instant
    }

    /// How many buckets are kept. A bucket that is full again is kept no longer than room is needed.
    static let capacity = 65_536
    private static let burst = 5.0

    private let rates: Rates
    private let keys = ClientKeys()
    private let buckets = Mutex<[Name: Bucket]>([:])
    private let places = UploadPlaces()

    package init(_ rates: Rates = Rates()) {
        self.rates = rates
    }

    /// How many buckets there are.
    var count: Int { buckets.withLock { $0.count } }

    /// Whether a client has any request of a kind left. It takes none.
    func hasLeft(
        _ kind: Kind, of address: String?, on day: CalendarDate, at now: ContinuousClock.Instant = .now
    ) -> Bool {
        guard let client = key(of: address, on: day) else { return true }
        return hasLeft(kind, of: client, at: now)
    }

    private func hasLeft(_ kind: Kind, of client: ClientKey, at now: ContinuousClock.Instant) -> Bool {
        buckets.withLock { buckets in
            guard let bucket = buckets[Name(client: client, kind: kind)] else { return true }
            return level(of: bucket, rate: rates.perMinute(kind), at: now) >= 1
        }
    }

    /// Takes one request of a kind from what a client may make.
    ///
    /// - Parameters:
    ///   - address: Where the client connects from; nil where the web server does not say, and then nothing is limited.
    ///   - day: Today.
    /// - Returns: False where there is nothing left.
    func take(
        _ kind: Kind, of address: String?, on day: CalendarDate, at now: ContinuousClock.Instant = .now
    ) -> Bool {
        guard let client = key(of: address, on: day) else { return true }
        return take(kind, of: client, at: now)
    }

    private func take(_ kind: Kind, of client: ClientKey, at now: ContinuousClock.Instant) -> Bool {
        let rate = rates.perMinute(kind)
        return buckets.withLock { buckets in
            let name = Name(client: client, kind: kind)
            if buckets[name] == nil, buckets.count >= Self.capacity { makeRoom(in: &buckets, at: now) }
            var bucket = buckets[name] ?? Bucket(level: rate * Self.burst, at: now)
            bucket.level = level(of: bucket, rate: rate, at: now)
            bucket.at = now
            let isEnough = bucket.level >= 1
            if isEnough { bucket.level -= 1 }
            buckets[name] = bucket
            return isEnough
        }
    }

    /// Begins to take files in for a client.
    ///
    /// - Returns: What holds its place until the end; nil where it may send none now.
    func beginUpload(of address: String?, on day: CalendarDate) -> UploadPlaces.Place? {
        guard let client = key(of: address, on: day) else { return places.take(for: nil) }
        let now = ContinuousClock.now
        guard hasLeft(.draft, of: client, at: now), take(.upload, of: client, at: now) else { return nil }
        return places.take(for: client)
    }

    private func key(of address: String?, on day: CalendarDate) -> ClientKey? {
        address.flatMap { keys.key(of: $0, on: day) }
    }

    private func level(of bucket: Bucket, rate: Double, at now: ContinuousClock.Instant) -> Double {
        let minutes = (now - bucket.at) / Duration.seconds(60)
        return min(rate * Self.burst, bucket.level + max(0, minutes) * rate)
    }

    /// Forgets the buckets that are full again; all of them where none is.
    private func makeRoom(in buckets: inout [Name: Bucket], at now: ContinuousClock.Instant) {
        let kept = buckets.filter { name, bucket in
            let rate = rates.perMinute(name.kind)
            return level(of: bucket, rate: rate, at: now) < rate * Self.burst
        }
        buckets = kept.count < Self.capacity ? kept : [:]
    }
}
