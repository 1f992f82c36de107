import FormViews
import Forms
import TemplateEngine
import Testing

@Suite struct LanguageSwitchTests {
    @Test(arguments: [(.english, [true, false]), (.welsh, [false, true])] as [(Language, [Bool?])])
    func everyVersionIsListedAndTheCurrentOneMarked(current: Language, marks: [Bool?]) throws {
        let languages = LanguageSwitch(
            current: current, urls: [.welsh: "/cy/adrodd", .english: "/report"],
            names: [.english: "English", .welsh: "Cymraeg"])
        let value = languages.value
        let tags = try value.texts("", each: "lang")
        let urls = try value.texts("", each: "url")
        let names = try value.texts("", each: "name")
        let drawn = try [value.flag("0.current"), value.flag("1.current")]
        #expect(tags == ["en", "cy"])
        #expect(urls == ["/report", "/cy/adrodd"])
        #expect(names == ["English", "Cymraeg"])
        #expect(drawn == marks)
    }

    @Test func aPageInOneLanguageOffersNoSwitch() throws {
        let languages = LanguageSwitch(current: .english, urls: [.english: "/report"], names: [:])
        let versions = try languages.value.items("")
        #expect(versions?.isEmpty == true)
    }

    @Test func aLanguageWithoutANameIsCalledByItsTag() throws {
        let languages = LanguageSwitch(current: .english, urls: [.english: "/", .welsh: "/cy/"], names: [:])
        let names = try languages.value.texts("", each: "name")
        #expect(names == ["en", "cy"])
    }
}
