/// Collects the value of a text field from its pieces, and checks on the way that it is text.
///
/// What is no text is refused with its first wrong byte, before the rest has arrived. The bytes are kept once.
///
/// ```swift
/// var collector = FormTextCollector()
/// try collector.append(Array("caf".utf8)[...])
/// try collector.append([0xC3])
/// try collector.append([0xA9])
/// let text = try collector.finish()  // "café"
/// ```
public struct FormTextCollector: Sendable {
    /// The longest text, in bytes.
    public let limit: Int

    private var bytes: [UInt8] = []
    private var validation = UTF8Validation()

    /// - Parameter limit: The longest text, in bytes. 1 MiB by default, as in `MultipartLimits.value`.
    public init(limit: Int = MultipartLimits().value) {
        self.limit = limit
    }

    /// The bytes collected so far.
    public var count: Int { bytes.count }

    /// Adds the next piece, of any length.
    ///
    /// - Throws: `FormRefusal.tooLarge(.value)` or `.notText`. The collector is of no more use then.
    public mutating func append(_ piece: ArraySlice<UInt8>) throws(FormRefusal) {
        guard piece.count <= limit - bytes.count else { throw .tooLarge(.value) }
        try validation.take(piece)
        bytes.append(contentsOf: piece)
    }

    /// The whole text, and an empty collector for the next one.
    ///
    /// - Throws: `FormRefusal.notText` if it ends inside a character.
    public mutating func finish() throws(FormRefusal) -> String {
        try validation.finish()
        defer { bytes.removeAll() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
