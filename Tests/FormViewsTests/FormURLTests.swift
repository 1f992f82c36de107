import FormViews
import Forms
import Testing

@Suite struct FormURLTests {
    @Test(arguments: [(.english, "/forms/burglary"), (.welsh, "/forms/burglary/cy")] as [(Language, String)])
    func everyAddressOfAFormBeginsWithItsFormAndLanguage(language: Language, base: String) throws {
        let url = FormURL(form: try SampleForm.named("burglary"), language: language)
        let step: StepID = try SampleForm.named("place")
        let reference = try #require(Reference("GWE-BUR-0000-0000-0001-2"))
        #expect(url.step(step) == "\(base)/place")
        #expect(url.step(step, changing: true) == "\(base)/place?change=1")
        #expect(url.check == "\(base)/check")
        #expect(url.done(reference) == "\(base)/done/GWE-BUR-0000-0000-0001-2")
    }

    /// One cookie serves both languages, so that its path must lead both.
    @Test func theRootLeadsBothLanguages() throws {
        let form: FormID = try SampleForm.named("burglary")
        let root = FormURL.root(of: form)
        #expect(root == "/forms/burglary")
        for language in Language.allCases {
            #expect(FormURL(form: form, language: language).check.hasPrefix(root + "/"))
        }
    }
}
