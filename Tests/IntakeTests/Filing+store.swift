import CaseSamples
import CaseStore
import Forms
import Foundation
import Testing

@testable import Intake

extension Filing {
    /// Something to answer each question of a step with.
    ///
    /// - Parameter answers: What is answered otherwise, by field. Fields of other steps are passed over.
    func sample(of step: String, _ answers: [String: String] = [:]) throws -> [String: [String]] {
        let asked = try #require(definition.steps.first { $0.id.rawValue == step })
        var fields = StepEntry(sampleFor: asked, today: London.day(of: intake.service.now())).fields
        for (name, value) in answers where fields[name] != nil { fields[name] = [value] }
        return fields
    }

    /// The same as a browser posts it.
    func fields(of step: String, _ answers: [String: String] = [:]) throws -> Fields {
        try sample(of: step, answers).flatMap { name, values in values.map { (name: name, value: $0) } }
    }

    /// Keeps something in the draft without a look at it.
    func save(_ fields: [String: [String]], for place: String) async throws {
        let entryPlace = try #require(EntryPlace(rawValue: place))
        try await intake.store.save(
            StepEntry(fields: fields), for: entryPlace, in: key, judgedBy: stored, force: force)
    }

    /// Answers the steps before one, or all of them, with samples. Groups get no items.
    func fill(before end: String? = nil, _ answers: [String: String] = [:]) async throws {
        for step in definition.steps.prefix(while: { $0.id.rawValue != end }) where step.repeats == nil {
            try await save(try sample(of: step.id.rawValue, answers), for: step.id.rawValue)
        }
    }

    /// Answers items of a group with samples.
    func fill(_ items: [String], of step: String) async throws {
        for item in items { try await save(try sample(of: step), for: "\(step)/\(item)") }
    }

    func draft() async throws -> Draft? { try await intake.store.draft(key, of: form, in: force) }

    /// The items of a group that the draft has.
    func items(of step: String) async throws -> [String] {
        let places = (try await draft())?.entries.map(\.key) ?? []
        return places.filter { $0.step.rawValue == step }.compactMap(\.item).sorted().map(\.rawValue)
    }

    /// What the draft has of a field.
    func kept(_ field: String, of place: String) async throws -> [String]? {
        let entryPlace = try #require(EntryPlace(rawValue: place))
        return try await draft()?.entries[entryPlace]?.fields[field]
    }

    /// The files that lie in the store for drafts, or on their way in.
    func filesUnderWay() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(intake.folder)/store").filter { path in
            let parts = path.split(separator: "/").map(String.init)
            let isNamedAsFile = parts.last.flatMap(EvidenceID.init(rawValue:)) != nil
            return parts.count > 2 && parts[1] != "evidence" && isNamedAsFile
        }
    }

    /// Sends what the draft has, and gives the case that it became.
    func sendReport() async throws -> CaseRecord {
        let sent = await post("check", [])
        let end = try #require(sent.header("Location")?.split(separator: "/").last)
        let reference = try #require(Reference(String(end)), "it was not sent, but leads to \(end)")
        return try #require(try await intake.store.record(reference, in: force))
    }
}

extension CaseRecord {
    /// The answer to a question of a step that is asked once.
    func answer(to question: String, in step: String) -> Answer? {
        guard let step = StepID(rawValue: step), let question = QuestionID(rawValue: question) else { return nil }
        return answers[step]?[question]
    }
}
