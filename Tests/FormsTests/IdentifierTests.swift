import Testing

@testable import Forms

@Suite struct IdentifierTests {
    @Test(arguments: [
        "a", "burglary", "about-you", "a1", "step-2", "a-b-c", "a11-1", String(repeating: "x", count: 64),
    ])
    func aNameIsKeptAsWritten(text: String) {
        #expect(FormID(rawValue: text)?.description == text)
    }

    @Test(arguments: [
        "", "-", "a-", "-a", "a--b", "1", "1a", "1-a", "A", "aB", "a_b", "a.b", "a b", " a", "a\n", "a/b", "..", "é",
        "a\u{301}", "a\u{0}", "ａ", String(repeating: "x", count: 65),
    ])
    func whatCannotStandInAnAddressIsRefused(text: String) {
        #expect(FormID(rawValue: text) == nil)
    }

    @Test func namesAreInOrderOfTheirLetters() throws {
        let names = ["b", "a-b", "a", "ab"]
        let ids: [StepID] = try names.map { try SampleForm.named($0) }
        #expect(ids.sorted().map(\.rawValue) == names.sorted())
    }

    @Test func aNameIsAStringInJSONAndAKeyOfAnObject() throws {
        let seen: QuestionID = try SampleForm.named("seen")
        let answers: [QuestionID: String] = [seen: "yes"]
        let text = try JSONText.encode(answers)
        #expect(text == #"{"seen":"yes"}"#)
        let back = try JSONText.decode([QuestionID: String].self, from: text)
        #expect(back == answers)
        let list = try JSONText.encode([seen])
        #expect(list == #"["seen"]"#)
    }

    @Test func aNameInJSONIsChecked() {
        #expect(throws: DecodingError.self) { try JSONText.decode([FormID].self, from: #"["Not a name"]"#) }
        #expect(throws: DecodingError.self) { try JSONText.decode([FormID].self, from: "[7]") }
        #expect(throws: DecodingError.self) { try JSONText.decode([FormID: Int].self, from: #"{"Not a name":1}"#) }
    }
}
