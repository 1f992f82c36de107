import Testing

extension HostileProtocolTests {
    private typealias Kind = RawRecords.Kind

    @Test func case4ValuesAreToldOnceWhereverTheyAreAskedFor() async throws {
        let rows: [(asked: [String], told: [String])] = [
            (["FCGI_MAX_CONNS", "FCGI_MPXS_CONNS", "FOO"], ["FCGI_MAX_CONNS", "FCGI_MPXS_CONNS"]),
            (["FOO", "FCGI_MPXS_CONNS", "FCGI_MPXS_CONNS"], ["FCGI_MPXS_CONNS"]), (["FOO"], []), ([], []),
        ]
        try await RawIntake.with { intake in
            for row in rows {
                let pairs = RawRecords.pairs(row.asked.map { (name: $0, value: "") })
                let question = RawRecords.record(Kind.getValues, 0, pairs)
                for index in 0..<intake.report.records.count {
                    let answer = try await intake.send(intake.report.bytes(with: question, at: index))
                    let results = answer.records(Kind.getValuesResult, of: 0)
                    #expect(results.map { RawRecords.names(in: $0.content) } == [row.told], "\(row.asked) at \(index)")
                    #expect(answer.status() == 303 && answer.ends == [[1, 0]])
                }
            }
        }
    }

    @Test(arguments: [0, 12, 99, 255] as [UInt8])
    func case5AnUnknownTypeIsNamedOnTheConnectionAndPassedOverInARequest(type: UInt8) async throws {
        try await RawIntake.with { intake in
            for content in [[], [0x3F], [UInt8](repeating: 0, count: 65_535)] as [[UInt8]] {
                let idle = intake.report.bytes(with: RawRecords.record(type, 0, content), at: 0)
                let named = try await intake.send(idle)
                #expect(named.records(Kind.unknownType, of: 0).map(\.content) == [[type, 0, 0, 0, 0, 0, 0, 0]])
                #expect(named.status() == 303)
                for index in 1..<intake.report.records.count {
                    let active = intake.report.bytes(with: RawRecords.record(type, 1, content), at: index)
                    let answer = try await intake.send(active)
                    #expect(answer.status() == 303 && answer.ends == [[1, 0]], "at \(index)")
                    #expect(answer.records(Kind.unknownType, of: 0).isEmpty, "at \(index)")
                }
            }
        }
    }

    @Test func case6AnotherRoleIsRefusedAndTheConnectionKeptIfAsked() async throws {
        try await RawIntake.with { intake in
            for role in [0, 2, 3, 9, 257, 65_535] as [UInt16] {
                for good in [intake.report, intake.step] {
                    let request = good.with { $0.role = role }
                    let bytes = request.bytes + intake.secondReport.bytes
                    let closed = try await intake.sendHostile(bytes, "role \(role)")
                    #expect(closed.ends == [[1, 3]] && closed.document().isEmpty, "role \(role)")
                    let before = try await intake.accepted()
                    let kept = try await intake.send(request.with { $0.keep = true }.bytes + intake.secondReport.bytes)
                    #expect(kept.ends == [[1, 3], [2, 0]] && kept.document().isEmpty, "role \(role)")
                    #expect(kept.status(of: 2) == 303)
                    let count = try await intake.accepted()
                    #expect(count == before + 1, "only the request of a role that there is")
                }
            }
        }
    }

    @Test func case7ARequestThatIsGivenUpEndsOnceAndLeavesNothing() async throws {
        try await RawIntake.with { intake in
            for good in [intake.report, intake.step] {
                let request = good.with { $0.piece = 40 }
                for index in 1..<request.records.count {
                    let abort = RawRecords.record(Kind.abort)
                    let cut = request.records.prefix(index).flatMap { $0 } + abort
                    let answer = try await intake.sendHostile(cut, "at \(index)")
                    #expect(answer.ends == [[1, 0]] && answer.document().isEmpty, "at \(index)")
                    // The rest is on its way already, and another request behind it.
                    let whole = request.with { $0.keep = true }.bytes(with: abort, at: index)
                    let before = try await intake.accepted()
                    let kept = try await intake.send(whole + intake.secondReport.bytes)
                    #expect(kept.ends == [[1, 0], [2, 0]] && kept.document().isEmpty, "at \(index)")
                    #expect(kept.status(of: 2) == 303, "at \(index)")
                    let count = try await intake.accepted()
                    #expect(count == before + 1, "at \(index)")
                }
            }
        }
    }

    @Test(arguments: [(10, 1), (60_000, 1), (70_000, 2), (200_000, 4)])
    func case11ALongPageIsCutIntoRecordsAndTheConnectionKeptIfAsked(typed: Int, records: Int) async throws {
        try await RawIntake.with { intake in
            let long = intake.faultyReport(typing: typed)
            let closed = try await intake.sendHostile(long.bytes, "a page of \(typed)")
            #expect(closed.status() == 422 && closed.document().utf8.count > typed)
            let parts = closed.records(Kind.standardOutput, of: 1).map(\.content.count)
            #expect(parts.last == 0 && parts.filter { $0 == 0 }.count == 1, "an empty record ends the page")
            #expect(parts.count > records && (parts.max() ?? 0) <= 65_535)
            #expect(closed.records.last?.kind == Kind.end && closed.ends == [[1, 0]])
            let kept = try await intake.send(long.with { $0.keep = true }.bytes + intake.secondReport.bytes)
            #expect(kept.ends == [[1, 0], [2, 0]] && kept.status() == 422 && kept.status(of: 2) == 303)
            #expect(kept.document() == closed.document())
        }
    }

    /// What the peer still writes is passed over. Meanwhile the page waits in the buffers of the socket, or before them.
    @Test func case11ALongPageComesWholeToAPeerThatWritesBeforeItReads() async throws {
        let more = RawRecords.record(99, 1, [UInt8](repeating: 0, count: 65_535))
        try await RawIntake.with { intake in
            for typed in stride(from: 200_000, through: 400_000, by: 10_000) {
                let request = intake.faultyReport(typing: typed)
                let answer = try await intake.send(request.bytes + Array(repeating: more, count: 64).flatMap { $0 })
                #expect(answer.document().utf8.count > typed && answer.ends == [[1, 0]], "a page of \(typed)")
            }
        }
    }

    @Test func case11NothingIsBegunBehindARequestThatClosesTheConnection() async throws {
        try await RawIntake.with { intake in
            for attempt in 1...20 {
                let bytes = intake.faultyReport(typing: 10).bytes + intake.secondReport.bytes
                let answer = try await intake.sendHostile(bytes, "attempt \(attempt)")
                #expect(answer.ends == [[1, 0]] && answer.document(of: 2).isEmpty, "attempt \(attempt)")
            }
        }
    }
}
