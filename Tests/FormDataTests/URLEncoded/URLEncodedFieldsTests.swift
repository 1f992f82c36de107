import Testing

@testable import FormData

@Suite struct URLEncodedFieldsTests {
    /// Case 21 of the hostile inputs, and its class.
    @Test(
        arguments: [
            ("", [:]),
            ("a=1&b=2", ["a": "1", "b": "2"]),
            ("a=1;b=2", ["a": "1;b=2"]),
            ("a=%zz", ["a": "%zz"]),
            ("a=%", ["a": "%"]),
            ("a=%4", ["a": "%4"]),
            ("a=b+c", ["a": "b c"]),
            ("a=b%2Bc", ["a": "b+c"]),
            ("a=b%2bc", ["a": "b+c"]),
            ("a==b", ["a": "=b"]),
            ("a", ["a": ""]),
            ("&&a=1&&", ["a": "1"]),
            ("a%3D=%26", ["a=": "&"]),
            ("a=%C3%A9%E2%82%AC", ["a": "é€"]),
            ("a=%0D%0A", ["a": "\r\n"]),
            ("\u{FEFF}a=1", ["\u{FEFF}a": "1"]),
        ] as [(String, KeyValuePairs<String, String>)])
    func case21ABodyIsDecodedAsTheStandardSays(body: String, fields: KeyValuePairs<String, String>) throws {
        let decoded = try URLEncodedDecoder.fields(of: body.utf8)
        #expect(decoded.map(\.name) == fields.map(\.key))
        #expect(decoded.map(\.value) == fields.map(\.value))
    }

    @Test func fieldsKeepTheirOrderAndRepeat() throws {
        let decoded = try URLEncodedDecoder.fields(of: Array("b=1&a=2&b=3".utf8))
        #expect(decoded.map { "\($0.name)\($0.value)" } == ["b1", "a2", "b3"])
    }

    @Test(arguments: [
        ("=x", FormRefusal.malformed(.name)), ("a=1&=x", .malformed(.name)), ("a=%00", .notText),
        ("a=%FF", .notText), ("a=%C0%AF", .notText), ("a=%ED%A0%80", .notText), ("a=%F4%90%80%80", .notText),
        ("%C3=1", .notText),
    ])
    func whatNoBrowserSendsIsRefused(body: String, refusal: FormRefusal) {
        #expect(throws: refusal) { try URLEncodedDecoder.fields(of: body.utf8) }
    }

    @Test func limitsHoldAtTheLimitAndNotAfterIt() throws {
        var limits = URLEncodedLimits()
        limits.bytes = 10
        limits.fields = 2
        limits.name = 3
        #expect(try URLEncodedDecoder.fields(of: Array("abc=1&d=22".utf8), limits: limits).count == 2)
        for (body, limit) in [("abc=1&d=222", FormRefusal.Limit.body), ("a&b&c", .fields), ("abcd", .name)] {
            #expect(throws: FormRefusal.tooLarge(limit)) { try URLEncodedDecoder.fields(of: body.utf8, limits: limits) }
        }
    }

    @Test func anyBytesAreDecodedOrRefused() {
        var state: UInt64 = 5
        for _ in 0..<5_000 {
            let body = (0..<24).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let pool = Array("%&=+;aF0\u{0}é".utf8) + [0xFF]
                return pool[Int(state >> 33) % pool.count]
            }
            guard let fields = try? URLEncodedDecoder.fields(of: body) else { continue }
            #expect(fields.allSatisfy { !$0.name.isEmpty && !$0.value.utf8.contains(0) })
        }
    }
}
