/// A choice between yes and no.
package struct YesNoQuestion: QuestionBehaviour {
    package static let values = ["yes", "no"]

    package init() {}

    package var missing: FaultCode { .yesNoMissing }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        Self.values.contains(typed.value) ? .answered(.text(typed.value)) : .absent
    }
}
