/// The pieces in which a body is pushed: 64 KiB, about what one read from a web server brings.
enum Pieces {
    static let length = 64 << 10

    /// Calls `take` with each piece of a body.
    static func of(_ body: [UInt8], _ take: (ArraySlice<UInt8>) throws -> Void) rethrows {
        for start in stride(from: 0, to: body.count, by: length) {
            try take(body[start..<min(start + length, body.count)])
        }
    }
}
