import Testing

@testable import Forms

@Suite struct SafeContactQuestionTests {
    @Test(
        arguments: [
            (
                ["by": "phone", "times": " After 6pm ", "voicemail": "no", "neutral": "yes"],
                ["by": "phone", "times": "After 6pm", "voicemail": "no", "neutral": "yes"]
            ),
            (
                ["by": "phone", "times": "\u{200B}", "voicemail": "yes", "neutral": " no "],
                ["by": "phone", "voicemail": "yes", "neutral": "no"]
            ),
            (["by": "text", "neutral": "yes"], ["by": "text", "neutral": "yes"]),
            (["by": "email", "times": "Any", "neutral": "no"], ["by": "email", "times": "Any", "neutral": "no"]),
            (["by": "post", "neutral": "no"], ["by": "post", "neutral": "no"]), (["by": "none"], ["by": "none"]),
        ] as [([String: String], [String: String])])
    func aChannelIsKeptWithWhatIsAskedForIt(typed: [String: String], kept: [String: String]) throws {
        let judgement = try SafeContactQuestion().judged(parts: typed)
        #expect(judgement == .answered(.group(kept)))
    }

    /// Everything is typed, as if the channel had been changed at last.
    @Test(
        arguments: [
            (.phone, ["by", "times", "voicemail", "neutral"]), (.text, ["by", "times", "neutral"]),
            (.email, ["by", "times", "neutral"]), (.post, ["by", "neutral"]), (.none, ["by"]),
        ] as [(SafeContactQuestion.Channel, Set<String>)])
    func whatIsNotAskedForAChannelIsDropped(channel: SafeContactQuestion.Channel, kept: Set<String>) throws {
        let typed = ["by": channel.rawValue, "times": "After 6pm", "voicemail": "no", "neutral": "no"]
        let judgement = try SafeContactQuestion().judged(parts: typed)
        let answer = Answer.group(typed.filter { kept.contains($0.key) })
        #expect(judgement == .answered(answer))
    }

    @Test(arguments: ["", " ", "fax", "Phone", " phone", "phone\u{0}", "phone\u{301}", "ｐhone"])
    func withoutAChannelThereIsNoAnswer(typed: String) throws {
        let judgement = try SafeContactQuestion().judged(parts: ["by": typed, "times": "Any", "neutral": "no"])
        #expect(judgement == .absent)
    }

    @Test func aChannelThatIsNotOfferedIsNoAnswer() throws {
        let question = SafeContactQuestion(channels: [.post, .none])
        let phone = try question.judged(parts: ["by": "phone", "voicemail": "no", "neutral": "no"])
        let post = try question.judged(parts: ["by": "post", "neutral": "no"])
        #expect(phone == .absent)
        #expect(post == .answered(.group(["by": "post", "neutral": "no"])))
    }

    @Test(
        arguments: [
            ("phone", ["voicemail", "neutral"]), ("text", ["neutral"]), ("email", ["neutral"]), ("post", ["neutral"]),
        ] as [(String, [String])])
    func whatADangerDependsOnIsNotLeftOut(channel: String, missing: [String]) throws {
        let codes: [String: FaultCode] = ["voicemail": .safeContactVoicemail, "neutral": .safeContactNeutral]
        let findings = missing.compactMap { part in codes[part].map { Judgement.Finding($0, part: part) } }
        for typed in ["", "maybe", "Yes", "yes\u{301}", "no\u{0}", "on"] {
            let parts = ["by": channel, "voicemail": typed, "neutral": typed]
            let judgement = try SafeContactQuestion().judged(parts: parts)
            #expect(judgement == .faulty(findings), "\(typed)")
        }
    }

    @Test func theAccountOfTimesHasALimit() throws {
        let longest = String(repeating: "a", count: 198) + "\r\n" + "e"
        let parts = ["by": "phone", "times": longest, "voicemail": "no", "neutral": "no"]
        let atLimit = try SafeContactQuestion().judged(parts: parts)
        #expect(atLimit == .answered(.group(parts)))
        let beyond = try SafeContactQuestion().judged(parts: ["by": "phone", "times": longest + "\u{301}"])
        let findings: [Judgement.Finding] = [
            .init(.textTooLong, part: "times", arguments: ["limit": "200"]),
            .init(.safeContactVoicemail, part: "voicemail"), .init(.safeContactNeutral, part: "neutral"),
        ]
        #expect(beyond == .faulty(findings))
    }
}
