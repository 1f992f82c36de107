@testable import Forms

/// A form that asks about two or three things where something was stolen, and afterwards about bikes among them.
enum RepeatingForm {
    static let stolen: [String: [String]] = ["stolen": ["yes"]]
    static let nothingStolen: [String: [String]] = ["stolen": ["no"]]
    static let bike: [String: [String]] = ["what": ["A red bike"], "cost": ["120"]]
    static let lamp: [String: [String]] = ["what": ["A lamp"]]
    static let faulty: [String: [String]] = ["what": ["A car"], "cost": ["much"]]
    static let another: [String: [String]] = [ItemList.field: ["yes"]]
    static let noOther: [String: [String]] = [ItemList.field: ["no"]]
    static let frame: [String: [String]] = ["frame-text": ["1234"]]
    static let last: [String: [String]] = ["last-text": ["Nothing else"]]

    static func definition() throws -> FormDefinition {
        try SmallForm.definition([
            SmallForm.step("first", [SmallForm.yesNo("stolen")]), things(),
            SmallForm.textStep("frame", when: SmallForm.compare("what", .contains("bike"))),
            SmallForm.textStep("last"),
        ])
    }

    static func things() throws -> Step {
        try SmallForm.step(
            "things", when: SmallForm.isYes("stolen"),
            [
                SampleForm.question("what", .init(TextQuestion())),
                SampleForm.question("cost", optional: true, .init(MoneyQuestion())),
            ], repeats: 2...3)
    }

    /// - Parameter entries: What was posted, by `step` or `step/item`.
    static func follow(_ entries: [String: [String: [String]]]) throws -> Journey {
        Journey(try definition(), entries: try SampleForm.entries(entries), today: try SampleForm.day())
    }
}
