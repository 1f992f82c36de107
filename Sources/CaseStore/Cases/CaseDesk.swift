package import Forms

/// What the people do who work on cases. Whoever reads or takes out a case is noted before it is given out.
package protocol CaseDesk: Sendable {
    /// The forces that the store has cases of, in order.
    func forces() async throws -> [ForceID]

    /// A page of the cases of a force, without what was written in them. A list is one event of the force, which does
    /// not tell what was looked for.
    ///
    /// - Parameters:
    ///   - cursor: Where the page begins; nil for the first.
    ///   - limit: How many cases it has at most, from 1 to 1,000.
    func summaries(
        in force: ForceID, matching filter: CaseFilter, after cursor: CaseCursor?, limit: Int, by access: Access
    ) async throws -> CasePage<CaseSummary>

    /// A page of the cases of a force, whole. Each of them gets an event.
    ///
    /// - Parameter kind: `.viewed` or `.exported`.
    func records(
        in force: ForceID, matching filter: CaseFilter, after cursor: CaseCursor?, limit: Int,
        as kind: CaseEvent.Kind, by access: Access
    ) async throws -> CasePage<CaseRecord>

    /// One case with everything that belongs to it; nil where there is no such reference. The case gets an event.
    ///
    /// - Parameter kind: `.viewed` or `.exported`.
    func file(
        _ reference: Reference, in force: ForceID, as kind: CaseEvent.Kind, by access: Access
    ) async throws -> CaseFile?

    /// Hands out a file of a case, byte for byte as it came. The case gets an `exported` event.
    ///
    /// - Parameter take: Is given the bytes piece by piece.
    /// - Returns: What is known of the file; nil where the case has no such file.
    /// - Throws: `StoreFault`, `.corrupt` where the bytes are not those that came. What was given out before is then
    ///   not to be used.
    func handOut(
        _ evidence: EvidenceID, of reference: Reference, in force: ForceID, by access: Access,
        to take: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> EvidenceRecord?

    /// Adds a note to a case.
    ///
    /// - Returns: Whether there is such a case. The same holds for the functions that follow.
    func note(_ text: String, on reference: Reference, in force: ForceID, by access: Access) async throws -> Bool

    /// Changes the status of a case. The clocks of a closed case run no more.
    func set(
        _ status: CaseRecord.Status, because reason: String?, of reference: Reference, in force: ForceID,
        by access: Access
    ) async throws -> Bool

    /// Links two cases of a force, both ways.
    func link(
        _ reference: Reference, _ link: CaseLink, in force: ForceID, by access: Access
    ) async throws -> Bool

    /// Sets a legal hold on a case, or lifts it. A case on hold is never erased.
    ///
    /// - Parameter reason: Why it is held; nil lifts the hold.
    func hold(
        _ reference: Reference, because reason: String?, in force: ForceID, by access: Access
    ) async throws -> Bool
}
