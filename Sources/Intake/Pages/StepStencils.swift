import FormViews
import Forms
import Synchronization
import TemplateEngine

/// Steps that have been drawn, with gaps for what is typed: each once for all citizens and all forces of an edition.
/// Nothing that anybody typed is in them.
final class StepStencils: Sendable {
    struct Key: Hashable, Sendable {
        /// The digest of the definition.
        let definition: String
        let step: StepID
        let language: Language
        let edition: Int
        /// The questions that are shown.
        let shown: [QuestionID]
    }

    /// How many are kept: those of all forms of today several times over. Drafts of older forms may ask for more.
    private static let most = 4_096

    private let drawn = Mutex<[Key: StepStencil]>([:])

    private struct Place: Hashable {
        let definition: String
        let step: StepID
    }

    private let outlines = Mutex<[Place: StepOutline]>([:])

    /// What the questions of a step wait for.
    ///
    /// - Parameter digest: The digest of the definition that the step is of.
    func outline(of step: Step, digest: String, presets: Set<QuestionID>) -> StepOutline {
        let place = Place(definition: digest, step: step.id)
        return Self.remembered(place, in: outlines) { StepOutline(step, presets: presets) }
    }

    /// The links to the same page in other languages, by the language that they stand in.
    private let links = Mutex<[Language: Stencil]>([:])

    /// The stencil of those links, which is drawn where it is not there yet.
    func languageLinks(
        in language: Language, _ draw: () throws(TemplateError) -> Stencil
    ) throws(TemplateError) -> Stencil {
        try Self.remembered(language, in: links, draw)
    }

    /// The stencil of a step, which is drawn where it is not there yet.
    func stencil(for key: Key, _ draw: () throws(TemplateError) -> StepStencil) throws(TemplateError) -> StepStencil {
        try Self.remembered(key, in: drawn, draw)
    }

    /// What was made for a key, which is made where it is not there yet.
    private static func remembered<Key: Hashable & Sendable, Value: Sendable, Failure: Error>(
        _ key: Key, in memory: borrowing Mutex<[Key: Value]>, _ make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if let known = memory.withLock({ $0[key] }) { return known }
        let made = try make()
        memory.withLock { known in
            if known.count >= most { known.removeAll() }
            known[key] = made
        }
        return made
    }
}
