import Forms
import Testing

@testable import Intake

@Suite struct ClientLimitsTests {
    private static let day = CalendarDate(year: 2026, month: 11, day: 23)

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("192.0.2.1", "::ffff:192.0.2.1", true),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true), ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
        ("2001:db8:1:2::1", "2001:DB8:1:2:0::9", true), ("::1", "127.0.0.1", false),
    ])
    func aClientIsTheNetworkThatItComesFrom(one: String, other: String, isSame: Bool) throws {
        let day = try #require(Self.day)
        let keys = ClientKeys()
        let first = try #require(keys.key(of: one, on: day))
        let second = try #require(keys.key(of: other, on: day))
        #expect((first == second) == isSame)
    }

    @Test(arguments: ["", "localhost", "192.0.2", "192.0.2.1:80", "[::1]", "fe80::1%eth0", "192.0.2.1, 10.0.0.1"])
    func whatIsNoAddressIsNoClient(text: String) throws {
        #expect(ClientKeys().key(of: text, on: try #require(Self.day)) == nil)
    }

    @Test func aKeyIsKnownForADayAndByItsProcessOnly() throws {
        let day = try #require(Self.day)
        let keys = ClientKeys()
        let today = keys.key(of: "192.0.2.1", on: day)
        #expect(keys.key(of: "192.0.2.1", on: day) == today)
        #expect(ClientKeys().key(of: "192.0.2.1", on: day) != today)
        #expect(keys.key(of: "192.0.2.1", on: day.adding(days: 1)) != today)
        #expect(keys.key(of: "192.0.2.1", on: day) != today, "the key of the day before is gone")
    }

    @Test func aClientMayAskForFiveMinutesWorthAndThenAtItsRate() throws {
        let day = try #require(Self.day)
        var rates = ClientLimits.Rates()
        rates.searches = 2
        let limits = ClientLimits(rates)
        let start = ContinuousClock.now
        func take(_ address: String? = "192.0.2.1", after seconds: Int = 0) -> Bool {
            limits.take(.search, of: address, on: day, at: start + .seconds(seconds))
        }
        for _ in 0..<10 { #expect(take()) }
        #expect(!take() && !limits.hasLeft(.search, of: "192.0.2.1", on: day, at: start))
        #expect(take("192.0.2.2"), "another client is not the first one")
        #expect(limits.take(.upload, of: "192.0.2.1", on: day, at: start), "another kind is counted by itself")
        #expect(take(nil) && take("unknown"), "who is not known is not limited")
        #expect(!take(after: 29) && take(after: 31) && !take(after: 32))
        for _ in 0..<10 { #expect(take(after: 10_000)) }
        #expect(!take(after: 10_000), "nobody saves up for more")
    }

    @Test func manyClientsTakeABoundedPlace() throws {
        let day = try #require(Self.day)
        let limits = ClientLimits()
        for number in 0..<(ClientLimits.capacity + 5_000) {
            let address = "10.\(number >> 16).\(number >> 8 & 255).\(number & 255)"
            #expect(limits.take(.search, of: address, on: day))
        }
        #expect(limits.count <= ClientLimits.capacity)
    }

    @Test func aClientHasSoManyUploadsAtOnceAndNoMore() throws {
        let day = try #require(Self.day)
        var rates = ClientLimits.Rates()
        rates.uploads = 1_000
        let limits = ClientLimits(rates)
        var held = (0..<UploadPlaces.perClient).map { _ in limits.beginUpload(of: "192.0.2.1", on: day) }
        #expect(held.allSatisfy { $0 != nil })
        #expect(limits.beginUpload(of: "192.0.2.1", on: day) == nil)
        #expect(limits.beginUpload(of: "192.0.2.2", on: day) != nil)
        held.removeLast()
        #expect(limits.beginUpload(of: "192.0.2.1", on: day) != nil, "a place that is given back is free")
        // Clients that nobody knows share what there is.
        held = (0..<(UploadPlaces.all - held.count)).map { _ in limits.beginUpload(of: nil, on: day) } + held
        #expect(limits.beginUpload(of: "192.0.2.9", on: day) == nil)
        held = []
        #expect(limits.beginUpload(of: "192.0.2.9", on: day) != nil)
    }
}
