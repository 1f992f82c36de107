package import Forms

/// Where files come in.
package protocol EvidenceStore: Sendable {
    /// Begins to receive a file.
    ///
    /// - Parameters:
    ///   - declaration: What the browser says of it.
    ///   - key: The key of the draft that it is for: what lies on disk is sealed with it. Nil for a file that is
    ///     sent with its report, in one go.
    /// - Throws: `StoreFault`, `.noRoom` where the disk is so full that the room is kept for words.
    func receive(
        _ declaration: FileDeclaration, sealedWith key: DraftKey?, for force: ForceID
    ) async throws -> IncomingFile

    /// Deletes a file that was received and is not kept.
    func discard(_ file: ReceivedFile, for force: ForceID) async throws
}
