import CaseStore
import Testing

extension HostileProtocolTests {
    @Test func case8ABodyOfAnotherLengthThanWasToldIsRefused() async throws {
        try await RawIntake.with { intake in
            for good in [intake.report, intake.step] {
                let count = good.body.count
                for length in [0, 1, count / 2, count - 1, count + 1, 2 * count, 1 << 20] {
                    let request = good.with { $0.set("CONTENT_LENGTH", "\(length)") }
                    let answer = try await intake.sendHostile(request.bytes, "\(length) of \(count) told")
                    #expect(answer.status() == 400, "\(length) of \(count) told")
                }
                let another = Array("&time-of-day=both".utf8)
                let ampersands = [UInt8](repeating: UInt8(ascii: "&"), count: 200_000)
                let bodies: [[UInt8]] = [
                    [], Array(good.body.prefix(1)), Array(good.body.dropLast()), good.body + ampersands.prefix(1),
                    good.body + another, good.body + ampersands,
                ]
                for body in bodies {
                    let request = good.with { $0.body = body }
                    let answer = try await intake.sendHostile(request.bytes, "\(body.count) of \(count) sent")
                    #expect(answer.status() == 400, "\(body.count) of \(count) sent")
                }
            }
        }
    }

    /// The peer is gone in the middle of the body, without a word.
    @Test func case8ABodyThatBreaksOffLeavesNothing() async throws {
        try await RawIntake.with { intake in
            for good in [intake.report, intake.step] {
                let request = good.with { $0.piece = 40 }
                for count in 1..<request.records.count {
                    let begun = request.records.prefix(count).flatMap { $0 }
                    for bytes in [begun, Array(begun.dropLast(1))] {
                        let answer = try await intake.sendHostile(bytes, "after \(bytes.count)", endsSending: true)
                        #expect(answer.document().isEmpty, "after \(bytes.count)")
                    }
                }
            }
        }
    }

    @Test func case9ALengthIsDigitsOrNotTold() async throws {
        try await RawIntake.with { intake in
            for good in [intake.report, intake.step] {
                let count = "\(good.body.count)"
                for length in ["", "0\(count)"] {
                    let answer = try await intake.send(good.with { $0.set("CONTENT_LENGTH", length) }.bytes)
                    #expect(answer.status() == 303, "'\(length)'")
                }
                let absent = try await intake.send(
                    good.with { request in request.parameters.removeAll { $0.name == "CONTENT_LENGTH" } }.bytes)
                #expect(absent.status() == 303)
                let hostile = [
                    "-1", "-0", "+5", "+\(count)", "-\(count)", "0x10", "0x\(count)", " \(count)", "\(count) ",
                    "\(count)\n", "\(count), \(count)", "\(count).0", "1e3", "\u{665}", "18446744073709551617",
                    "9223372036854775808", "\u{0}",
                ]
                for length in hostile {
                    let request = good.with { $0.set("CONTENT_LENGTH", length) }
                    let answer = try await intake.sendHostile(request.bytes, "'\(length)'")
                    #expect(answer.status() == 400, "'\(length)'")
                }
            }
        }
    }

    /// A step is answered to the byte as if the header were not there: its cookie is neither another nor secure.
    @Test func case12AHeaderThatPosesAsAnotherHasNoEffect() async throws {
        let rows: [[(name: String, value: String)]] = [
            [("HTTP_PROXY", "http://evil.example")], [("HTTP_X", "1"), ("HTTP_X", "2")],
            [("HTTP_CONTENT_LENGTH", "1")], [("HTTP_CONTENT_LENGTH", "-1"), ("HTTP_CONTENT_LENGTH", "")],
            [("HTTP_CONTENT_TYPE", "text/plain")], [("HTTP_TRANSFER_ENCODING", "chunked")],
            [("HTTP_X_FORWARDED_FOR", "127.0.0.1, 10.0.0.1"), ("HTTP_X_REAL_IP", "127.0.0.1")],
            [("HTTP_X_FORWARDED_HOST", "kent.localhost"), ("HTTP_X_FORWARDED_PROTO", "https")],
            [("HTTP_FORWARDED", "for=127.0.0.1;host=kent.localhost;proto=https")], [("HTTP_HTTPS", "on")],
            [("HTTP_SOH_FORCE", "kent")], [("HTTP_REQUEST_METHOD", "GET"), ("HTTP_REQUEST_URI", "/search")],
            [("HTTP_X_HTTP_METHOD_OVERRIDE", "DELETE"), ("HTTP_X_ORIGINAL_URL", "/search")],
            [("http_host", "kent.localhost"), ("Http_Cookie", "soh=x")], [("", ""), ("", "x"), ("=", "=")],
        ]
        try await RawIntake.with { intake in
            let plain = try await intake.send(intake.step.bytes)
            #expect(plain.status() == 303)
            var count = try await intake.accepted()
            for row in rows {
                for isFirst in [false, true] {
                    let step = intake.step.with { $0.parameters = isFirst ? row + $0.parameters : $0.parameters + row }
                    let stepped = try await intake.send(step.bytes)
                    #expect(stepped.document() == plain.document(), "\(row)")
                    let report = intake.report.with {
                        $0.parameters = isFirst ? row + $0.parameters : $0.parameters + row
                    }
                    let reported = try await intake.send(report.bytes)
                    #expect(reported.status() == 303, "\(row)")
                    count += 1
                }
            }
            let (accepted, cases) = (try await intake.accepted(), try await intake.cases().count)
            #expect(accepted == count && cases == 1, "all of them tell the same")
        }
    }
}
