import Testing

@testable import SiteBuilder

@Suite struct OutlineCheckTests {
    static let shell = """
        <!DOCTYPE html>
        <html lang="en">
        <head><title>\0title\0</title><link rel="stylesheet" href="/site.css"></head>
        <body><a href="#main">Skip</a><main id="main">\0main\0</main><footer><h2>Help</h2></footer></body>
        </html>
        """

    @Test(
        arguments: [
            ("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2><h2>E</h2>", []),
            ("<h2>A</h2>", [.firstLevelHeadings(0), .headingSkips(from: 0, to: 2, text: "A")]),
            ("<h2>A</h2><h1>B</h1>", [.headingSkips(from: 0, to: 2, text: "A")]),
            ("<h1>A</h1><h1>B</h1><h1>C</h1>", [.firstLevelHeadings(3)]),
            ("<h1>A</h1><h3>B</h3><h4>C</h4>", [.headingSkips(from: 1, to: 3, text: "B")]),
            ("<h1>A</h1><h4></h4>", [.headingSkips(from: 1, to: 4, text: "")]),
        ] as [(String, [OutlineFault])])
    func headingsBeginWithTheFirstLevelAndSkipNone(main: String, faults: [OutlineFault]) {
        #expect(Self.faults(main: main) == faults)
    }

    @Test(
        arguments: [
            ("<p id='a'></p><p id='b'></p>", []),
            ("<p id='a'></p><p id='a'></p><p id='a'></p>", [.duplicateID("a")]),
            ("<p id='main'></p>", [.duplicateID("main")]),
            ("<p id='café'></p><a href='#caf%C3%A9'>a</a><a href='#café'>b</a>", []),
            ("<a href='#'>a</a><a href='#Top'>b</a><a href='?d'>e</a><a>f</a>", []),
            ("<a href='#a'>b</a><a href='#a'>c</a><p id='A'></p>", [.danglingReference("a")]),
            ("<a href='#a%zz'>b</a><a href='#%'>c</a>", [.danglingReference("a%zz"), .danglingReference("%")]),
            ("<label for='a'>A</label>", [.danglingReference("a")]),
            ("<p id='a' aria-describedby='a b'></p>", [.danglingReference("b")]),
        ] as [(String, [OutlineFault])])
    func idsAreThereAndStandOnce(main: String, faults: [OutlineFault]) {
        #expect(Self.faults(main: "<h1>A</h1>" + main) == faults)
    }

    @Test(
        arguments: [
            ("<a href='/report?a=b#c'>d</a><a href='/'>e</a>", []),
            ("<a href='https://example.org/a'>b</a><a href='//example.org'>c</a><a href='tel:101'>d</a>", []),
            ("<a href='/nowhere#a'>b</a><a href='/nowhere?c'>d</a>", [.deadLink("/nowhere")]),
            ("<a href='report'>a</a>", [.deadLink("report")]),
            ("<a href='/\0force.id\0'>a</a>", [.deadLink("/\0force.id\0")]),
            ("<img alt='' src='/site.css'><img alt='' src='/a.png'>", [.deadResource("/a.png")]),
        ] as [(String, [OutlineFault])])
    func addressesOnTheSiteLeadSomewhere(main: String, faults: [OutlineFault]) {
        #expect(Self.faults(main: "<h1>A</h1>" + main) == faults)
    }

    @Test(
        arguments: [
            ("<label for='a'>A</label><input id='a'>", []),
            ("<input id='a'>", [.controlWithoutLabel("a")]),
            ("<img><img>", [.imageWithoutAlt]),
            ("<p style='a'></p>", [.inlineStyle("style=\"a\"")]),
            ("<p onclick='a'></p>", [.inlineScript("onclick=\"a\"")]),
            ("<a href='javascript:a'>b</a>", [.inlineScript("href=\"javascript:a\"")]),
            ("<p>a", [.unclosedElement("p")]),
            ("a</p>", [.unclosedElement("/p")]),
        ] as [(String, [OutlineFault])])
    func everyOtherFaultOfAPartIsFound(main: String, faults: [OutlineFault]) {
        #expect(Self.faults(main: "<h1>A</h1>" + main) == faults)
    }

    @Test(
        arguments: [
            ("<html lang='en'><title>A</title><main><h1>B</h1></main></html>", []),
            ("<html><title>A</title><main><h1>B</h1></main></html>", [.missingLang]),
            ("<html lang=''><title>A</title><main><h1>B</h1></main></html>", [.missingLang]),
            ("<html lang='en'><main><h1>B</h1></main></html>", [.missingTitle]),
            ("<html lang='en'><title> </title><main><h1>B</h1></main></html>", [.missingTitle]),
            ("<html lang='en'><title>A</title><h1>B</h1></html>", [.mains(0)]),
            ("<html lang='en'><title>A</title><main><h1>B</h1></main><main></main></html>", [.mains(2)]),
        ] as [(String, [OutlineFault])])
    func everyFaultOfAShellIsFound(page: String, faults: [OutlineFault]) {
        #expect(Self.faults(of: [PageOutline(Array(page.utf8))]) == faults)
    }

    static let every: [OutlineFault] = [
        .duplicateID("a"), .danglingReference("a"), .deadLink("/a"), .deadResource("/a"), .firstLevelHeadings(0),
        .headingSkips(from: 1, to: 3, text: "A"), .controlWithoutLabel("a"), .imageWithoutAlt, .inlineStyle("<style>"),
        .inlineScript("<script>"), .unclosedElement("p"), .missingLang, .mains(0), .missingTitle,
    ]

    @Test func everyKindOfFaultHasACodeOfItsOwn() {
        #expect(Set(Self.every.map(\.code)).count == Self.every.count)
    }

    @Test(arguments: every)
    func codesAndWordsKeepTheirForm(fault: OutlineFault) {
        let isCode = fault.code.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
        #expect(isCode && !fault.code.isEmpty)
        for words in [fault.message, fault.remedy] {
            #expect(words.first?.isUppercase == false, "\(words)")
            #expect(words.last != ".", "\(words)")
        }
    }

    @Test(
        arguments: [
            (.headingSkips(from: 1, to: 3, text: "A"), "h3 'A' follows h1, and a level is left out", "make it h2"),
            (
                .headingSkips(from: 0, to: 2, text: "A"), "the main part begins with h2 'A', not with the h1",
                "put the h1 before all other headings of the main part"
            ),
            (.unclosedElement("/p"), "</p> closes nothing", "remove it, or open the element"),
            (
                .deadLink("/a/\0force.id\0/\0b"), "there is no page '/a/{{force.id}}/{{b}}'",
                "correct the address, or add the page"
            ),
        ] as [(OutlineFault, String, String)])
    func wordsSayWhatIsWrongAndWhatToDo(fault: OutlineFault, message: String, remedy: String) {
        #expect(fault.message == message)
        #expect(fault.remedy == remedy)
    }

    private static func faults(main: String) -> [OutlineFault] {
        faults(of: [PageOutline(Array(shell.utf8)), PageOutline(Array(main.utf8), isInMain: true)])
    }

    private static func faults(of pieces: [PageOutline]) -> [OutlineFault] {
        OutlineCheck.faults(
            of: pieces, isPage: { ["/", "/report"].contains($0) }, isResource: { $0 == "/site.css" })
    }
}
