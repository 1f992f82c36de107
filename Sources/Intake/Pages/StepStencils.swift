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
    func outline(of step: Step, digest: String, presets: [QuestionID: String]?) -> StepOutline {
        let place = Place(definition: digest, step: step.id)
        if let known = outlines.withLock({ $0[place] }) { return known }
        let made = StepOutline(step, presets: Set((presets ?? [:]).keys))
        outlines.withLock { outlines in
            if outlines.count >= Self.most { outlines.removeAll() }
            outlines[place] = made
        }
        return made
    }

    /// The links to the same page in other languages, by the language that they stand in.
    private let links = Mutex<[Language: Stencil]>([:])

    /// The stencil of those links, which is drawn where it is not there yet.
    func languageLinks(
        in language: Language, _ draw: () throws(TemplateError) -> Stencil
    ) throws(TemplateError) -> Stencil {
        if let known = links.withLock({ $0[language] }) { return known }
        let made = try draw()
        links.withLock { $0[language] = made }
        return made
    }

    /// The stencil of a step, which is drawn where it is not there yet.
    func stencil(for key: Key, _ draw: () throws(TemplateError) -> StepStencil) throws(TemplateError) -> StepStencil {
        if let known = drawn.withLock({ $0[key] }) { return known }
        let made = try draw()
        drawn.withLock { drawn in
            if drawn.count >= Self.most { drawn.removeAll() }
            drawn[key] = made
        }
        return made
    }
}
