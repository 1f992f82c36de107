import Testing

extension RawIntake {
    typealias Fields = [(name: String, value: String)]

    /// The type and the text of a body, made from the fields of a good one.
    typealias Posting = (_ fields: Fields) -> (type: String, body: String)

    /// The forms that everything is posted to: one that is sent at once, and one that is kept in a draft.
    var forms: [(uri: String, fields: Fields, cookie: Fields)] {
        [
            (Self.streetSafe, sample.streetSafeFields, []),
            (Self.burglary, sample.burglaryFields, [("HTTP_COOKIE", cookie)]),
        ]
    }

    /// Posts a body to each form. What is not a success leaves nothing.
    ///
    /// - Parameter name: What a failure is told with.
    func expect(
        _ status: Int, for name: String, at location: SourceLocation = #_sourceLocation, posting: Posting
    ) async throws {
        for form in forms {
            let (type, body) = posting(form.fields)
            let request = RawRequest(posting: Array(body.utf8), to: form.uri, form.cookie + [("CONTENT_TYPE", type)])
            let name = "\(name) to \(form.uri)"
            let answer =
                status == 303
                ? try await send(request.bytes) : try await sendHostile(request.bytes, name, at: location)
            let answered = answer.status()
            #expect(answered == status, "\(name)", sourceLocation: location)
        }
    }

    /// Posts the beginning of a body that is told to be longer, and never sends the rest: it is refused all the same.
    func expectEarly(
        _ status: Int, for name: String, at location: SourceLocation = #_sourceLocation, posting: Posting
    ) async throws {
        for form in forms {
            let (type, body) = posting(form.fields)
            var changes = form.cookie
            changes += [("CONTENT_TYPE", type), ("CONTENT_LENGTH", "\(body.utf8.count + 100_000)")]
            let request = RawRequest(posting: Array(body.utf8), to: form.uri, changes)
            let begun = request.records.dropLast().flatMap { $0 }
            let answer = try await sendHostile(
                begun, "\(name) to \(form.uri)", until: RawRecords.endOfFirst, at: location)
            let answered = answer.status()
            #expect(answered == status, "\(name) to \(form.uri)", sourceLocation: location)
        }
    }
}
