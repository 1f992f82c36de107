import CaseSamples
import CaseStore
import Forms
import Testing

/// The hostile inputs of fields, by their number, in both encodings of a form.
@Suite struct HostileFieldsTests {
    /// How a form is posted.
    private enum Encoding: CaseIterable {
        case urlEncoded
        case multipart

        func posting(_ fields: RawIntake.Fields) -> (type: String, body: String) {
            switch self {
            case .urlEncoded: ("application/x-www-form-urlencoded", SampleIntake.encoded(fields))
            case .multipart: (MultipartText.type, MultipartText.body(MultipartText.parts(fields)))
            }
        }
    }

    /// Neither the first of two nor the last is taken for the truth.
    @Test func case19AFieldThatComesTwiceOrIsNotOfTheStepIsRefused() async throws {
        let rows: [(name: String, change: (inout RawIntake.Fields) -> Void)] = [
            ("an answer twice", { $0.append($0[2]) }), ("an answer twice, side by side", { $0.insert($0[2], at: 3) }),
            ("another answer behind", { $0.append(($0[2].name, "yes")) }),
            ("another answer before", { $0.insert(($0[2].name, "yes"), at: 0) }),
            ("an empty answer behind", { $0.append(($0[2].name, "")) }),
            ("a hundred of them", { $0 += Array(repeating: $0[2], count: 100) }),
            ("the definition twice", { $0.append($0[0]) }), ("another definition", { $0.append(("_definition", "x")) }),
            ("no definition", { $0.removeFirst() }), ("the trap twice", { $0.append(("website", "")) }),
            ("a field that no form has", { $0.append(("nope", "1")) }), ("an empty one", { $0.append(("nope", "")) }),
            ("a field of another step", { $0.append(("premises", "home")) }),
            ("a name in capitals", { $0.append(($0[2].name.uppercased(), "yes")) }),
            ("a name with brackets", { $0.append(("\($0[2].name)[]", "yes")) }),
            ("a name with a space", { $0.append((" \($0[2].name)", "yes")) }),
            ("a name with a part", { $0.append(("\($0[2].name).day", "1")) }),
            ("a name of our own kind", { $0.append(("_step", "1")) }),
        ]
        try await RawIntake.with { intake in
            for encoding in Encoding.allCases {
                try await intake.expect(303, for: "a good form, \(encoding)") { encoding.posting($0) }
                for row in rows {
                    try await intake.expect(400, for: "\(row.name), \(encoding)") {
                        var fields = $0
                        row.change(&fields)
                        return encoding.posting(fields)
                    }
                }
            }
        }
    }

    /// A question with several choices is the one that may come more than once.
    @Test func case19EveryChoiceOfSeveralIsTaken() async throws {
        try await RawIntake.with { intake in
            for encoding in Encoding.allCases {
                let fields = intake.sample.streetSafeFields + [("environment", "neglect"), ("environment", "path")]
                let (type, body) = encoding.posting(fields)
                let choices = try await Self.answer(to: "environment", of: intake, type, body)
                #expect(choices == .list(["lighting", "neglect", "path"]), "\(encoding)")
            }
        }
    }

    @Test func case21AnAnswerIsReadAsTheStandardSays() async throws {
        let type = "application/x-www-form-urlencoded"
        let rows: [(sent: String, stored: String)] = [
            ("1;b=2", "1;b=2"), ("%zz", "%zz"), ("%", "%"), ("%4", "%4"), ("%%34%31", "%41"), ("a+b", "a b"),
            ("a%2Bb", "a+b"), ("a%20b", "a b"), ("x=y=z", "x=y=z"), ("a%26b%3Dc", "a&b=c"), ("%c3%A9", "\u{E9}"),
            ("a%0D%0Ab", "a\r\nb"), ("%2525", "%25"), ("%u0041", "%u0041"), ("%3B", ";"), ("a%", "a%"),
        ]
        try await RawIntake.with { intake in
            let rest = intake.sample.streetSafeFields.filter { $0.name != "road" }
            for row in rows {
                let body = "road=\(row.sent)&\(SampleIntake.encoded(rest))"
                let road = try await Self.answer(to: "road", of: intake, type, body)
                #expect(road == .text(row.stored), "\(row.sent)")
                // In a part of its own it means what it says.
                let parts = MultipartText.body(MultipartText.parts(rest + [("road", row.sent)]))
                let literal = try await Self.answer(to: "road", of: intake, MultipartText.type, parts)
                #expect(literal == .text(row.sent), "\(row.sent)")
            }
        }
    }

    @Test func case21WhatNoBrowserSendsIsRefused() async throws {
        let type = "application/x-www-form-urlencoded"
        try await RawIntake.with { intake in
            for added in ["=x", "=", "=x=y", "%FF=x", "road=%FF", "x=%C3", "x=%00", "%00=x", "x=%ED%A0%80", "x=%C0%AF"]
            {
                try await intake.expect(400, for: "\(added) behind") { (type, SampleIntake.encoded($0) + "&\(added)") }
                try await intake.expect(400, for: "\(added) before") { (type, "\(added)&" + SampleIntake.encoded($0)) }
            }
            let name = String(repeating: "n", count: 257)
            let many = String(repeating: "&x=", count: 1_000)
            for (added, status) in [("&\(name)=", 413), ("&\(name.dropLast())=", 400), (many, 413)] {
                try await intake.expect(status, for: "\(added.prefix(9))…") { (type, SampleIntake.encoded($0) + added) }
            }
            try await intake.expectEarly(413, for: "1,001 fields") { _ in (type, String(repeating: "x=&", count: 1_001))
            }
            try await intake.expectEarly(400, for: "no name") { (type, "=x&" + SampleIntake.encoded($0)) }
            for body in ["", "&", "&&", "{}", "website="] {
                try await intake.expect(400, for: body) { _ in (type, body) }
            }
        }
    }

    /// Posts a report, and gives what was stored of it.
    private static func answer(
        to question: String, of intake: RawIntake, _ type: String, _ body: String
    ) async throws -> Answer? {
        let request = RawRequest(posting: Array(body.utf8), to: RawIntake.streetSafe, [("CONTENT_TYPE", type)])
        let done = try #require(try await intake.send(request.bytes).header("Location"))
        let reference = try #require(done.split(separator: "/").last.flatMap { Reference(String($0)) })
        let gwent = try #require(ForceID(rawValue: "gwent"))
        let record = try await intake.sample.store.record(reference, in: gwent)
        let step = try #require(StepID(rawValue: "place"))
        let id = try #require(QuestionID(rawValue: question))
        return record?.answers[step]?[id]
    }
}
