import FormViews
import Forms
import TemplateEngine
import Testing

@Suite struct DoneViewTests {
    @Test func theConfirmationGivesTheReferenceAndWhatHappensNext() throws {
        let reference = try #require(Reference("GWE-BUR-0000-0000-0001-2"))
        let value = DoneView(reference, wording: try SampleForm.wording()).value
        let written = try value.text("reference")
        let next = try value.texts("next", each: "")
        #expect(written == "GWE-BUR-0000-0000-0001-2")
        #expect(next == ["We read it.", "Then we call you."])
    }
}
