/// A request as a web server sends it: records, that a test may cut, pad or change.
struct RawRequest: Sendable {
    var id: UInt16 = 1
    /// 1 is a responder, the one role that there is here.
    var role: UInt16 = 1
    /// Whether the connection is to be kept (section 5.1 of the specification).
    var keep = false
    var parameters: [(name: String, value: String)]
    var body: [UInt8]
    /// How long the content of a record of a stream may be.
    var piece = 65_535
    var padding: UInt8 = 0

    init(parameters: [(name: String, value: String)], body: [UInt8] = []) {
        self.parameters = parameters
        self.body = body
    }

    /// A form that is posted to Gwent.
    init(posting body: [UInt8], to uri: String, _ changes: [(name: String, value: String)] = []) {
        self.init(parameters: SampleIntake.parameters("POST", uri, length: body.count, changes), body: body)
    }

    var records: [[UInt8]] {
        let pairs = RawRecords.pairs(parameters)
        return [RawRecords.begin(id, role: role, keep: keep, padding: padding)]
            + RawRecords.stream(RawRecords.Kind.parameters, id, pairs, piece: piece, padding: padding)
            + RawRecords.stream(RawRecords.Kind.standardInput, id, body, piece: piece, padding: padding)
    }

    var bytes: [UInt8] { records.flatMap { $0 } }

    /// How many records come before the body.
    var head: Int { 2 + (RawRecords.pairs(parameters).count + piece - 1) / piece }

    /// The request with a record put in between.
    func bytes(with record: [UInt8], at index: Int) -> [UInt8] {
        var records = records
        records.insert(record, at: index)
        return records.flatMap { $0 }
    }

    /// Gives a parameter another value.
    mutating func set(_ name: String, _ value: String) {
        parameters.removeAll { $0.name == name }
        parameters.append((name, value))
    }

    /// The same request, changed.
    func with(_ change: (inout RawRequest) -> Void) -> RawRequest {
        var changed = self
        change(&changed)
        return changed
    }
}
