package import Forms
import FoundationEssentials
import Glibc

extension SQLiteCaseStore {
    package func forces() async throws -> [ForceID] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw StoreFault(.missing, "the folder cannot be read")
        }
        let forces = names.compactMap(ForceID.init(rawValue:))
        return forces.filter { access("\(folder)/\($0)/cases.sqlite", F_OK) == 0 }.sorted()
    }

    package func summaries(
        in force: ForceID, matching filter: CaseFilter, after cursor: CaseCursor?, limit: Int, by access: Access
    ) async throws -> CasePage<CaseSummary> {
        let now = now()
        return try await with(force) {
            try await $0.summaries(matching: filter, after: cursor, limit: limit, by: access, now: now)
        }
    }

    package func records(
        in force: ForceID, matching filter: CaseFilter, after cursor: CaseCursor?, limit: Int,
        as kind: CaseEvent.Kind, by access: Access
    ) async throws -> CasePage<CaseRecord> {
        let now = now()
        return try await with(force) {
            try await $0.records(matching: filter, after: cursor, limit: limit, as: kind, by: access, now: now)
        }
    }

    package func file(
        _ reference: Reference, in force: ForceID, as kind: CaseEvent.Kind, by access: Access
    ) async throws -> CaseFile? {
        let now = now()
        return try await with(force) { try await $0.file(reference, as: kind, by: access, now: now) }
    }

    package func handOut(
        _ evidence: EvidenceID, of reference: Reference, in force: ForceID, by access: Access,
        to take: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> EvidenceRecord? {
        let now = now()
        return try await with(force) {
            try await $0.handOut(evidence, of: reference, by: access, now: now, to: take)
        }
    }

    package func note(
        _ text: String, on reference: Reference, in force: ForceID, by access: Access
    ) async throws -> Bool {
        let now = now()
        return try await with(force) { try await $0.note(text, on: reference, by: access, now: now) }
    }

    package func set(
        _ status: CaseRecord.Status, because reason: String?, of reference: Reference, in force: ForceID,
        by access: Access
    ) async throws -> Bool {
        let now = now()
        return try await with(force) {
            try await $0.set(status, because: reason, of: reference, by: access, now: now)
        }
    }

    package func link(
        _ reference: Reference, _ link: CaseLink, in force: ForceID, by access: Access
    ) async throws -> Bool {
        let now = now()
        return try await with(force) { try await $0.link(reference, link, by: access, now: now) }
    }

    package func hold(
        _ reference: Reference, because reason: String?, in force: ForceID, by access: Access
    ) async throws -> Bool {
        let now = now()
        return try await with(force) { try await $0.hold(reference, because: reason, by: access, now: now) }
    }
}
