/// What came back on a connection, record by record.
struct RawAnswer: Sendable {
    struct Record: Sendable, Equatable {
        let kind: UInt8
        let id: UInt16
        let content: [UInt8]
    }

    let records: [Record]

    /// What is left at the end, where that is no whole record, is passed over.
    init(_ bytes: [UInt8]) {
        var records: [Record] = []
        var rest = bytes[...]
        while rest.count >= 8 {
            let header = Array(rest.prefix(8))
            let length = Int(header[4]) << 8 | Int(header[5])
            guard rest.count >= 8 + length + Int(header[6]) else { break }
            let id = UInt16(header[2]) << 8 | UInt16(header[3])
            records.append(Record(kind: header[1], id: id, content: Array(rest.dropFirst(8).prefix(length))))
            rest = rest.dropFirst(8 + length + Int(header[6]))
        }
        self.records = records
    }

    func records(_ kind: UInt8, of id: UInt16) -> [Record] {
        records.filter { $0.kind == kind && $0.id == id }
    }

    /// What the requests ended with: their number, and the protocol status (section 5.5 of the specification).
    var ends: [[UInt8]] {
        records.filter { $0.kind == RawRecords.Kind.end }.map { [UInt8($0.id)] + $0.content.dropFirst(4).prefix(1) }
    }

    /// The CGI document that answers a request.
    func document(of id: UInt16 = 1) -> String {
        String(decoding: records(RawRecords.Kind.standardOutput, of: id).flatMap(\.content), as: UTF8.self)
    }

    /// The status of HTTP; nil where there is no answer.
    func status(of id: UInt16 = 1) -> Int? { header("Status", of: id).flatMap { Int($0.prefix(3)) } }

    func header(_ name: String, of id: UInt16 = 1) -> String? {
        let lines = document(of: id).split(separator: "\r\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
        return lines.first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
    }
}
