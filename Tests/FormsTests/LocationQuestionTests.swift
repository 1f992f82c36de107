import Testing

@testable import Forms

@Suite struct LocationQuestionTests {
    @Test(
        arguments: [
            (["place": " Outside the library "], ["place": "Outside the library"]),
            (["postcode": "np20 5gw"], ["postcode": "NP20 5GW"]),
            (["latitude": "51.48", "longitude": "-3.18"], ["latitude": "51.48", "longitude": "-3.18"]),
            (["place": "A14", "postcode": " ", "latitude": "\u{200B}"], ["place": "A14"]),
            (
                ["place": "Car park", "postcode": "NP205GW", "latitude": "0", "longitude": "-0"],
                ["place": "Car park", "postcode": "NP20 5GW", "latitude": "0", "longitude": "-0"]
            ),
        ] as [([String: String], [String: String])])
    func oneWayToSayItIsEnough(typed: [String: String], kept: [String: String]) throws {
        let judgement = try LocationQuestion().judged(parts: typed)
        #expect(judgement == .answered(.group(kept)))
    }

    @Test(arguments: ["", " ", "\r\n", "\u{A0}", "\u{200B}"])
    func nothingTypedIsNoAnswer(typed: String) throws {
        for question in [LocationQuestion(), LocationQuestion(rail: true)] {
            let parts = Dictionary(uniqueKeysWithValues: question.parts.map { ($0, typed) })
            let judgement = try question.judged(parts: parts)
            #expect(judgement == .absent)
        }
    }

    @Test func aStationIsAskedForOnTheRailwayOnly() throws {
        let typed = ["station": "Newport", "train": " 09:15 to Cardiff", "line": "South Wales Main Line"]
        let kept = ["station": "Newport", "train": "09:15 to Cardiff", "line": "South Wales Main Line"]
        let onRail = try LocationQuestion(rail: true).judged(parts: typed)
        let elsewhere = try LocationQuestion().judged(parts: typed)
        #expect(onRail == .answered(.group(kept)))
        #expect(elsewhere == .absent)
    }

    @Test(arguments: ["90", "-90", "90.0000000000", "0", "-0.5", "51.4816000001", "007"])
    func aLatitudeIsANumberOfDegrees(typed: String) throws {
        let judgement = try LocationQuestion().judged(parts: ["latitude": typed, "longitude": "180"])
        #expect(judgement == .answered(.group(["latitude": typed, "longitude": "180"])))
    }

    @Test(arguments: [
        "90.0000000001", "-90.1", "91", "180", "1000", "0051", "5e1", "+51", ".5", "51.", "51,48", "51.48.1", "--5",
        "-",
        "51.48°", "51 28", "51.00000000001", "north", "٥١", "５１", "51\u{301}", "51\u{0}", "\u{0}",
    ])
    func whatIsNoLatitudeIsAFault(typed: String) throws {
        let judgement = try LocationQuestion().judged(parts: ["latitude": typed, "longitude": "-3.18"])
        #expect(judgement == .faulty([.init(.locationCoordinate, part: "latitude")]))
    }

    @Test(
        arguments: [
            (["latitude": "51.48"], ["longitude"]), (["longitude": "-3.18"], ["latitude"]),
            (["latitude": "51.48", "longitude": " "], ["longitude"]),
            (["place": "Car park", "longitude": "-3.18"], ["latitude"]),
            (["latitude": "51.48", "longitude": "180.5"], ["longitude"]),
            (["latitude": "91", "longitude": "-181"], ["latitude", "longitude"]),
        ] as [([String: String], [String])])
    func aPositionNeedsBothCoordinates(typed: [String: String], faulty: [String]) throws {
        let judgement = try LocationQuestion().judged(parts: typed)
        let findings = faulty.map { Judgement.Finding(.locationCoordinate, part: $0) }
        #expect(judgement == .faulty(findings))
    }

    @Test(
        arguments: [("place", 500), ("station", 100), ("train", 100), ("line", 100)] as [(String, Int)])
    func eachTextHasALimit(part: String, limit: Int) throws {
        let question = LocationQuestion(rail: true)
        let longest = String(repeating: "e", count: limit - 1) + "\u{301}"
        let atLimit = try question.judged(parts: [part: longest])
        let beyond = try question.judged(parts: [part: longest + "\u{301}"])
        #expect(atLimit == .answered(.group([part: longest])))
        #expect(beyond == .faulty([.init(.textTooLong, part: part, arguments: ["limit": "\(limit)"])]))
    }

    @Test func everyFaultIsNamedInTheOrderOfTheParts() throws {
        let long = String(repeating: "a", count: 501)
        let parts = ["place": long, "train": long, "postcode": "NP20", "latitude": "x"]
        let judgement = try LocationQuestion(rail: true).judged(parts: parts)
        let findings: [Judgement.Finding] = [
            .init(.textTooLong, part: "place", arguments: ["limit": "500"]),
            .init(.textTooLong, part: "train", arguments: ["limit": "100"]),
            .init(.addressMalformedPostcode, part: "postcode"), .init(.locationCoordinate, part: "latitude"),
            .init(.locationCoordinate, part: "longitude"),
        ]
        #expect(judgement == .faulty(findings))
    }
}
