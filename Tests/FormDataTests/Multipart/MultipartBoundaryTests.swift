import FormData
import Testing

/// Case 15 of the hostile inputs, and its class.
@Suite struct MultipartBoundaryTests {
    private static let seventy = String(repeating: "b", count: 70)

    @Test(
        arguments: [
            ("multipart/form-data; boundary=B", "B"),
            ("multipart/form-data;boundary=B", "B"),
            ("Multipart/Form-Data ; Boundary=B", "B"),
            ("multipart/form-data; boundary=\"B\"", "B"),
            ("multipart/form-data; charset=utf-8; boundary=B", "B"),
            ("multipart/form-data; boundary=B; charset=\"utf-8\"", "B"),
            ("multipart/form-data; boundary=B;", "B"),
            (
                "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
                "----WebKitFormBoundary7MA4YWxkTrZu0gW"
            ),
            ("multipart/form-data; boundary=\"'()+_,-./:=? x\"", "'()+_,-./:=? x"),
            ("multipart/form-data; boundary=\(seventy)", seventy),
            ("multipart/form-data; boundary=\"\(seventy)\"", seventy),
        ])
    func case15ABoundaryOfTheGrammarIsTaken(contentType: String, boundary: String) throws {
        var decoder = try MultipartDecoder(contentType: contentType)
        var events: [MultipartEvent] = []
        let body = "--\(boundary)\r\n\(Bodies.disposition)\r\n\r\n1\r\n--\(boundary)--\r\n"
        try decoder.push(body.utf8) { events.append($0) }
        try decoder.finish()
        #expect(events == [.part(PartHead(name: "f")), .bytes([UInt8(ascii: "1")]), .end])
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data;", "multipart/form-data; charset=utf-8",
        "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=B; boundary=B",
        "multipart/form-data; boundary=B; BOUNDARY=C", "multipart/form-data; boundary*=B",
        "multipart/form-data; boundary=\(seventy)b", "multipart/form-data; boundary=\"\(seventy)b\"",
        "multipart/form-data; boundary=\"B \"", "multipart/form-data; boundary=\"a\\b\"",
        "multipart/form-data; boundary=\"a\r\nb\"", "multipart/form-data; boundary=\"a;b\"",
        "multipart/form-data; boundary=\"é\"", "multipart/form-data; boundary=\"a\u{0}\"",
        "multipart/form-data; boundary=a!b",
    ])
    func case15AnyOtherBoundaryIsRefused(contentType: String) {
        #expect(throws: FormRefusal.malformed(.boundary)) { try MultipartDecoder(contentType: contentType) }
    }

    @Test(arguments: [
        "", " ", ";", "boundary=B", "multipart/mixed; boundary=B", "multipart/form-datax; boundary=B",
        "application/x-www-form-urlencoded", "multipart/form-data boundary=B", "multipart/form-data, boundary=B",
        "multipart/form-data; boundary", "multipart/form-data; boundary=", "multipart/form-data; boundary =B",
        "multipart/form-data; boundary=\"B", "multipart/form-data; boundary=\"B\"x",
        "multipart/form-data; boundary=B C", "multipart/form-data; boundary=é",
    ])
    func anyOtherContentTypeIsRefused(contentType: String) {
        #expect(throws: FormRefusal.malformed(.contentType)) { try MultipartDecoder(contentType: contentType) }
    }
}
