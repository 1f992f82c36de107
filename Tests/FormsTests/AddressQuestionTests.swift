import Testing

@testable import Forms

@Suite struct AddressQuestionTests {
    @Test func linesAreTrimmedAndThePostcodeIsWrittenProperly() throws {
        let judgement = try AddressQuestion().judged(parts: [
            "line1": " 1 High Street ", "line2": "Maindee", "town": "Newport\t", "postcode": "np205gw",
        ])
        let expected: [String: String] = [
            "line1": "1 High Street", "line2": "Maindee", "town": "Newport", "postcode": "NP20 5GW",
        ]
        #expect(judgement == .answered(.group(expected)))
    }

    @Test func theSecondLineAndThePostcodeMayBeLeftOut() throws {
        let judgement = try AddressQuestion().judged(parts: [
            "line1": "The river bank", "line2": " ", "town": "Newport", "postcode": "",
        ])
        #expect(judgement == .answered(.group(["line1": "The river bank", "town": "Newport"])))
    }

    @Test(arguments: [[:], ["line1": " ", "line2": "\t", "town": "", "postcode": "\r\n"]] as [[String: String]])
    func anAddressWithNothingInItIsNoAnswer(parts: [String: String]) throws {
        let judgement = try AddressQuestion().judged(parts: parts)
        #expect(judgement == .absent)
    }

    @Test(
        arguments: [
            (["town": "Newport"], ["line1": .addressMissingLine1]),
            (["line1": "1 High Street"], ["town": .addressMissingTown]),
            (["line2": "Maindee"], ["line1": .addressMissingLine1, "town": .addressMissingTown]),
            (["postcode": "NP20 5GW"], ["line1": .addressMissingLine1, "town": .addressMissingTown]),
            (
                ["postcode": "NP20"],
                [
                    "line1": .addressMissingLine1, "town": .addressMissingTown, "postcode": .addressMalformedPostcode,
                ]
            ),
            (
                ["line1": "1 High Street", "town": "Newport", "postcode": "none"],
                ["postcode": .addressMalformedPostcode]
            ),
        ] as [([String: String], [String: FaultCode])])
    func eachPartHasItsOwnFault(parts: [String: String], expected: [String: FaultCode]) throws {
        let judgement = try AddressQuestion().judged(parts: parts)
        guard case .faulty(let findings) = judgement else {
            Issue.record("no fault found: \(judgement)")
            return
        }
        var codes: [String: FaultCode] = [:]
        for finding in findings { codes[finding.part ?? ""] = finding.code }
        #expect(codes == expected)
        #expect(findings.count == expected.count, "one finding a part")
    }

    @Test(arguments: ["line1", "line2", "town"])
    func aLineHasAtMost100Characters(part: String) throws {
        var parts: [String: String] = ["line1": "1 High Street", "town": "Newport"]
        parts[part] = String(repeating: "é", count: 101)
        let judgement = try AddressQuestion().judged(parts: parts)
        #expect(judgement == .faulty([.init(.textTooLong, part: part, arguments: ["limit": "100"])]))
    }

    @Test(arguments: ["line1", "line2", "town"])
    func aLineOf100CharactersIsTaken(part: String) throws {
        var parts: [String: String] = ["line1": "1 High Street", "town": "Newport"]
        parts[part] = String(repeating: "é", count: 100)
        let judgement = try AddressQuestion().judged(parts: parts)
        #expect(judgement == .answered(.group(parts)))
    }
}
