/// How somebody can be reached without danger: by which channel and when, whether a message may be left, and whether
/// whoever calls should not say that they are the police.
package struct SafeContactQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.safeContact
    /// The part that conditions ask about.
    package static let channelPart = "by"
    /// The longest account of times, in characters.
    static let timesLimit = 200

    package enum Channel: String, Codable, Sendable, CaseIterable {
        case phone, text, email, post
        /// Nobody should get in touch.
        case none
    }

    package var channels: [Channel]

    package init(channels: [Channel] = Channel.allCases) {
        self.channels = channels
    }

    package var parts: [String] { [Self.channelPart, "times", "voicemail", "neutral"] }
    package var missing: FaultCode { .safeContactChannel }
    package var choices: [String]? { channels.map(\.rawValue) }
    package var identifies: Bool { true }
    package var shape: AnswerShape { .choice }
    package var schema: SchemaNode {
        let parts: [SchemaNode.Member] = [
            .init(name: Self.channelPart, value: .choice(channels.map(\.rawValue))),
            .init(name: "times", value: .string(limit: Self.timesLimit)),
            .init(name: "voicemail", value: .choice(YesNoQuestion.values)),
            .init(name: "neutral", value: .choice(YesNoQuestion.values)),
        ]
        return .record(parts, required: [Self.channelPart])
    }

    /// What is asked besides the channel depends on it: only a call can go to voicemail, and nothing is asked of
    /// somebody whom nobody should get in touch with.
    package static func parts(askedFor channel: Channel) -> [String] {
        switch channel {
        case .phone: ["times", "voicemail", "neutral"]
        case .text, .email: ["times", "neutral"]
        case .post: ["neutral"]
        case .none: []
        }
    }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        guard let channel = Channel(rawValue: typed[Self.channelPart]), channels.contains(channel) else {
            return .absent
        }
        var answer = [Self.channelPart: channel.rawValue]
        var findings: [Judgement.Finding] = []
        for part in Self.parts(askedFor: channel) {
            let text = typed[part].trimmed
            switch part {
            case "times":
                if text.typedLength > Self.timesLimit {
                    findings.append(.init(.textTooLong, part: part, arguments: ["limit": Self.timesLimit.grouped]))
                }
                if !text.isEmpty { answer[part] = text }
            case _ where YesNoQuestion.values.contains(text): answer[part] = text
            default:
                findings.append(.init(part == "voicemail" ? .safeContactVoicemail : .safeContactNeutral, part: part))
            }
        }
        return findings.isEmpty ? .answered(.group(answer)) : .faulty(findings)
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        channels.reversed().map { channel in
            var typed = [Self.channelPart: [channel.rawValue]]
            for part in Self.parts(askedFor: channel) { typed[part] = [part == "times" ? "After 6pm" : "no"] }
            return typed
        }
    }
}
