import CaseStore
import Forms
import Testing

/// The hostile inputs of the protocol, by their number, against the whole intake: what is answered, and what is left.
@Suite struct HostileProtocolTests {
    /// What is wrong with lengths of names and values: more is promised than comes.
    private static let lyingLengths: [(name: String, pairs: [UInt8])] = [
        ("a name of 2 GiB", [0xFF, 0xFF, 0xFF, 0xFF, 0] + letters),
        ("a value of 2 GiB", [1, 0xFF, 0xFF, 0xFF, 0xFF] + letters),
        ("a name and a value of 2 GiB", [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF] + letters),
        ("a name of 16 MiB", [0x81, 0, 0, 0, 0] + letters), ("a value longer by one", [1, 20] + letters),
        ("a name of 127 bytes", [0x7F, 0] + letters), ("a name of 128 bytes", [0x80, 0, 0, 0x80, 0] + letters),
        ("half a length", [0xFF, 0xFF]), ("a length of a name alone", [1]), ("half a length of a value", [1, 0x80, 0]),
    ]
    private static let letters = [UInt8](repeating: 0x61, count: 20)

    @Test func case1AReportIsTheSameHoweverItIsCutAndPadded() async throws {
        try await RawIntake.with { intake in
            var count = try await intake.accepted()
            for padding in [0, 1, 7, 255] as [UInt8] {
                for (piece, chunk) in [(65_535, 1), (65_535, 7), (64, 9), (1, 1 << 16), (65_535, 1 << 16)] {
                    var request = intake.report
                    request.padding = padding
                    request.piece = piece
                    let answer = try await intake.send(request.bytes, chunk: chunk)
                    let name = "padding \(padding), records of \(piece), writes of \(chunk)"
                    #expect(answer.status() == 303 && answer.ends == [[1, 0]], "\(name)")
                    count += 1
                }
            }
            let (accepted, cases) = (try await intake.accepted(), try await intake.cases().count)
            #expect(accepted == count)
            #expect(cases == 1, "all of them tell the same")
        }
    }

    /// The page of a step is the same only if the cookie, the host and the address have come through.
    @Test func case2ParametersAreTheSameWhereverTheyAreCut() async throws {
        try await RawIntake.with { intake in
            let long = String(repeating: "x", count: 200)
            let plain = SampleIntake.parameters(
                "GET", "/forms/burglary/what-happened", [("HTTP_COOKIE", intake.cookie)])
            let request = RawRequest(parameters: [("HTTP_\(long)", ""), ("HTTP_X", long)] + plain)
            let whole = try await intake.send(request.bytes)
            #expect(whole.status() == 200)
            let pairs = RawRecords.pairs(request.parameters)
            for cut in 1..<pairs.count {
                let parts = [Array(pairs[..<cut]), Array(pairs[cut...]), []]
                let records =
                    [RawRecords.begin()] + parts.map { RawRecords.record(RawRecords.Kind.parameters, 1, $0) }
                    + [RawRecords.record(RawRecords.Kind.standardInput)]
                let answer = try await intake.send(records.flatMap { $0 })
                #expect(answer.document() == whole.document(), "cut at \(cut)")
            }
        }
    }

    /// How much memory that takes is measured where the intake has a process of its own.
    @Test func case3ALengthThatLiesClosesTheConnection() async throws {
        try await RawIntake.with { intake in
            let good = RawRecords.pairs(intake.report.parameters)
            for lie in Self.lyingLengths {
                for pairs in [lie.pairs, good + lie.pairs] {
                    let records =
                        [RawRecords.begin()] + RawRecords.stream(RawRecords.Kind.parameters, 1, pairs)
                        + RawRecords.stream(RawRecords.Kind.standardInput, 1, intake.report.body)
                    let bytes = records.flatMap { $0 } + intake.secondReport.bytes
                    let answer = try await intake.sendHostile(bytes, lie.name)
                    #expect(answer.records.isEmpty, "\(lie.name)")
                }
            }
        }
    }

    /// Bytes before the end of the parameters, and parameters after it.
    @Test func case10RecordsOutOfTheirOrderCloseTheConnection() async throws {
        try await RawIntake.with { intake in
            for request in [intake.report, intake.step] {
                let body = RawRecords.record(RawRecords.Kind.standardInput, 1, request.body)
                let rows: [(name: String, record: [UInt8], index: Int)] = [
                    ("a body before the parameters", body, 1), ("a body among the parameters", body, 2),
                    (
                        "the end of a body before that of the parameters",
                        RawRecords.record(RawRecords.Kind.standardInput), 2
                    ),
                    ("parameters after their end", RawRecords.record(RawRecords.Kind.parameters, 1, [1, 0, 0x41]), 3),
                    ("a second end of the parameters", RawRecords.record(RawRecords.Kind.parameters), 3),
                    ("the same request begun among its parameters", RawRecords.begin(), 2),
                    ("the same request begun in its body", RawRecords.begin(), 4),
                    ("a record of another version", [2, 5, 0, 1, 0, 0, 0, 0], 4),
                ]
                for row in rows {
                    let bytes = request.bytes(with: row.record, at: row.index) + intake.secondReport.bytes
                    let answer = try await intake.sendHostile(bytes, row.name)
                    #expect(answer.document().isEmpty && answer.document(of: 2).isEmpty, "\(row.name)")
                }
            }
        }
    }
}
