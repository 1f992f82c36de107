/// What a `MultipartDecoder` found. For each part: one `part`, any number of `bytes`, one `end`.
public enum MultipartEvent: Hashable, Sendable {
    /// A part begins.
    case part(PartHead)
    /// The next bytes of the part; never empty. How they are cut follows the pieces that were pushed and means nothing.
    ///
    /// The slice shares its storage with the piece that was pushed. Whoever keeps it keeps that piece in memory.
    case bytes(ArraySlice<UInt8>)
    /// The part is whole.
    case end
}
