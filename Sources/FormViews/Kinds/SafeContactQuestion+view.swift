import Forms
import TemplateEngine

extension SafeContactQuestion: QuestionView {
    var showsErrorsByPart: Bool { true }

    /// Each channel with what is asked about it. The names of the fields are the same for all channels, so each part
    /// stands below the channels once.
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        let id = { (part: String) in "\(context.question.id).\(part)" }
        let finding = { (part: String) in context.findings.first { $0.part == part } }
        let error = { (part: String) -> TemplateValue in
            .text(orNull: finding(part).map { context.wording.message(for: $0, in: context.question) })
        }
        let options = channels.enumerated().map { index, channel -> TemplateValue in
            [
                "id": .text(index == 0 ? id(Self.channelPart) : "\(id(Self.channelPart)).\(channel.rawValue)"),
                "name": .text(id(Self.channelPart)), "value": .text(channel.rawValue),
                "label": .text(context.words("safe-contact.channels.\(channel.rawValue)")),
                "checked": context.isChosen(channel.rawValue, in: Self.channelPart),
            ]
        }
        let choices = ["voicemail", "neutral"].map { part -> TemplateValue in
            let options = YesNoQuestion.values.enumerated().map { index, value -> TemplateValue in
                [
                    "id": .text(index == 0 ? id(part) : "\(id(part)).\(value)"), "name": .text(id(part)),
                    "value": .text(value), "label": .text(context.words("options.\(value)")),
                    "checked": context.isChosen(value, in: part),
                ]
            }
            return [
                "id": .text(id(part)), "label": .text(context.words("safe-contact.\(part)")),
                "hint": .text(context.words("safe-contact.\(part)-hint")), "error": error(part),
                "describedby": QuestionViews.describedBy(id(part), hint: true, error: finding(part) != nil),
                "options": .list(options),
            ]
        }
        let times: TemplateValue = [
            "id": .text(id("times")), "label": .text(context.words("safe-contact.times")),
            "hint": .text(context.words("safe-contact.times-hint")), "value": context.text("times"),
            "error": error("times"),
            "describedby": QuestionViews.describedBy(id("times"), hint: true, error: finding("times") != nil),
        ]
        return (.contact, ["options": .list(options), "times": times, "choices": .list(choices)])
    }

    func nounKey(of part: String) -> String? { part == "times" ? "safe-contact.times" : nil }

    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        guard case .group(let group) = answer else { return [] }
        return parts.compactMap { part in
            guard let value = group[part] else { return nil }
            switch part {
            case Self.channelPart: return wording.words("safe-contact.channels.\(value)")
            case "times": return "\(wording.words("safe-contact.times")) \(value)"
            default: return "\(wording.words("safe-contact.\(part)")) \(wording.words("options.\(value)"))"
            }
        }
    }
}
