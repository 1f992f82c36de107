import TestSupport
import Testing

@Suite struct SearchTests {
    @Test func aWordIsFoundAndMarked() async throws {
        try await SampleIntake.with { intake in
            let found = await intake.send("GET", "/search?q=burglary")
            #expect(found.status == 200)
            #expect(found.html.text(of: "title") == "Search – Gwent Police")
            #expect(found.html.source.contains("<a href=\"/report/burglary\">Report a <mark>burglary</mark></a>"))
            #expect(found.html.source.contains("value=\"burglary\""))
            #expect(found.html.source.contains("pages have “burglary”."))
            #expect(found.header("Cache-Control") == "no-store")
        }
    }

    @Test func theWelshSiteIsSearchedInWelshAndItsMutationsAreKnown() async throws {
        try await SampleIntake.with { intake in
            let found = await intake.send("GET", "/search/cy?q=bwrgleriaeth")
            #expect(found.html.source.contains("<html lang=\"cy\" "))
            #expect(found.html.source.contains("href=\"/cy/rhoi-gwybod/bwrgleriaeth\""))
            #expect(found.html.source.contains("<mark>fwrgleriaeth</mark>"))
            #expect(!found.html.source.contains("<a href=\"/report/burglary\">"))
            #expect(
                found.html.source.contains("href=\"/search?q=bwrgleriaeth\""), "the language switch keeps the words")
        }
    }

    @Test func factsOfTheForceStandInExcerpts() async throws {
        try await SampleIntake.with { intake in
            let kent = await intake.send("GET", "/search?q=contact+textphone", [("HTTP_HOST", "kent.localhost")])
            #expect(kent.html.source.contains("Kent Police"))
            #expect(!kent.html.source.contains("\u{2061}"))
        }
    }

    @Test(arguments: [
        ("/search", 200, "Search – Gwent Police"), ("/search?q=", 200, "Search – Gwent Police"),
        ("/search?q=%FF", 200, "Search – Gwent Police"), ("/search?x=1", 200, "Search – Gwent Police"),
        ("/search/", 404, "There is no page here – Gwent Police"),
        ("/search/nope", 404, "There is no page here – Gwent Police"),
        ("/searches", 404, "There is no page here – Gwent Police"),
    ])
    func whatIsNoSearchHasItsAnswer(uri: String, status: Int, title: String) async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send("GET", uri)
            #expect(reply.status == status && reply.html.text(of: "title") == title)
            #expect(!reply.html.source.contains("class=\"results\""))
        }
    }

    @Test func nothingFoundHelpsOn() async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send("GET", "/search?q=xyzzy")
            #expect(reply.status == 200 && reply.html.text(of: "h2") == "Nothing was found")
            #expect(reply.html.source.contains("href=\"/a-z\""))
        }
    }

    @Test func whatWasTypedIsNeverMarkup() async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send(
                "GET", "/search?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E+NEAR(a+b)+title%3Ax*")
            #expect(reply.status == 200)
            #expect(!reply.html.source.contains("<script>alert"))
        }
    }

    @Test func tenThousandCharactersAreCutAndAnswered() async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send("GET", "/search?q=burglary+" + String(repeating: "word+", count: 2_000))
            #expect(reply.status == 200)
            #expect(reply.html.source.contains("only its first words were looked for"))
            #expect(reply.html.source.utf8.count < 20_000)
        }
    }

    @Test func aForceWithoutWelshHasNoWelshSearch() async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send("GET", "/search/cy?q=a", [("HTTP_HOST", "kent.localhost")])
            #expect(reply.status == 404)
            let posted = await intake.send("POST", "/search", body: "q=a")
            #expect(posted.status == 405)
        }
    }
}
