package import CaseStore
import Crypto
import FormViews
package import Forms
import FoundationEssentials
import SearchIndex
package import SiteModel
import TemplateEngine

/// A bundle, read whole into memory and checked: every request of the intake is answered from it.
package struct LoadedBundle: Sendable {
    package let contents: IntakeBundle
    /// The forms and the bytes that they were read from, by digest.
    package let definitions: [String: (definition: FormDefinition, stored: StoredDefinition)]
    let templates: TemplateSet
    let search: SearchIndex
    /// Steps that have been drawn.
    let stencils = StepStencils()
    /// What every page says to the browser; above all, to keep nothing.
    let headers: [(name: String, value: String)]
    /// What the templates of each language find.
    private let contexts: [Language: PageContext]
    /// The pages that templates name.
    private let namedPaths: Set<String>
    private let shells: [ShellKey: Stencil]
    private let forcesByHost: [String: ForceID]

    /// Why a bundle was refused.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    /// Reads the bundle that `folder/current` names.
    ///
    /// - Parameter folder: The folder of the bundles, such as `public/intake`.
    /// - Throws: `Refusal` where something is missing, damaged, or of another format.
    package init(current folder: String) throws {
        // The name is followed once: a build that makes another bundle current meanwhile does not mix the two.
        let current = URL(filePath: "\(folder)/current").resolvingSymlinksInPath()
        let root = current.path(percentEncoded: false)
        contents = try Self.decode(IntakeBundle.self, from: try Self.read("\(root)/bundle.json"), "bundle.json")
        guard contents.format == IntakeBundle.currentFormat else {
            throw Refusal(description: "the bundle has format \(contents.format), not \(IntakeBundle.currentFormat)")
        }
        var definitions: [String: (definition: FormDefinition, stored: StoredDefinition)] = [:]
        for (id, form) in contents.editions.flatMap(\.forms) where definitions[form.definition] == nil {
            let json = try Self.read("\(root)/definitions/\(form.definition).json")
            guard SHA256.hash(data: json).hexadecimal == form.definition else {
                throw Refusal(description: "the definition of '\(id)' is not what its digest says")
            }
            let definition = try Self.decode(FormDefinition.self, from: json, "the definition of '\(id)'")
            definitions[form.definition] = (
                definition, StoredDefinition(digest: form.definition, form: id, json: json)
            )
        }
        self.definitions = definitions
        templates = try Self.templates(in: "\(root)/templates")
        namedPaths = templates.namedPaths
        do {
            search = try SearchIndex(path: "\(root)/search.sqlite")
        } catch {
            throw Refusal(description: error.cause)
        }
        var shells: [ShellKey: Stencil] = [:]
        var hosts: [String: ForceID] = [:]
        for (id, force) in contents.forces {
            for host in force.hosts { hosts[host] = id }
            for language in force.languages {
                let file = "\(root)/shells/\(id).\(language.rawValue).html"
                shells[ShellKey(force: id, language: language)] = Stencil(HTML(trusted: try Self.read(file)))
            }
        }
        self.shells = shells
        contexts = Self.contexts(of: contents)
        headers = IntakePages.headers(leavingFor: contents.neutralPage)
        forcesByHost = hosts
    }

    private static func contexts(of contents: IntakeBundle) -> [Language: PageContext] {
        Dictionary(
            uniqueKeysWithValues: contents.words.map { language, words in
                let context = PageContext(
                    language: language, words: words, siteName: contents.siteName,
                    demonstration: contents.demonstration, signposts: contents.signposts)
                return (language, context)
            })
    }

    /// What a template finds that is drawn for a force; nothing but its own members for a force that is not here.
    func context(
        of force: ForceID, in language: Language, _ members: [String: TemplateValue]
    ) -> TemplateValue {
        guard let entry = contents.forces[force], let context = contexts[language] else { return .object(members) }
        let urls = contents.edition(of: force)?.urls[language] ?? [:]
        return context.value(
            for: .init(id: force.rawValue, name: entry.name[language], facts: entry.facts),
            urls: named { urls["/\($0)"] }, members)
    }

    /// What a template finds that is drawn once for all forces of an edition: what they differ in is left open.
    func sharedContext(
        of force: ForceID, in language: Language, _ members: [String: TemplateValue]
    ) -> TemplateValue {
        guard let entry = contents.forces[force], let context = contexts[language] else { return .object(members) }
        let urls = contents.edition(of: force)?.urls[language] ?? [:]
        let facts = Dictionary(
            uniqueKeysWithValues: entry.facts.keys.map { ($0, Stencil.mark("force.facts.\($0)")) })
        return context.value(
            for: .init(id: Stencil.mark("force.id"), name: Stencil.mark("force.name"), facts: facts),
            urls: named { urls["/\($0)"] }, members)
    }

    /// What a force says where the shared context leaves something open.
    func fact(_ gap: String, of force: ForceID, in language: Language) -> String? {
        guard let entry = contents.forces[force] else { return nil }
        switch gap {
        case "force.id": return force.rawValue
        case "force.name": return entry.name[language]
        default: return gap.hasPrefix("force.facts.") ? entry.facts[String(gap.dropFirst("force.facts.".count))] : nil
        }
    }

    /// What a template finds that is drawn for no force.
    func context(_ members: [String: TemplateValue]) -> TemplateValue {
        contexts[.english]?.value(for: .init(id: "", name: "", facts: [:]), urls: named { _ in nil }, members)
            ?? .object(members)
    }

    private func named(_ url: (String) -> String?) -> [String: String?] {
        Dictionary(uniqueKeysWithValues: namedPaths.map { ($0, url($0)) })
    }

    func force(ofHost host: String) -> ForceID? { forcesByHost[host] }

    func shell(of force: ForceID, in language: Language) -> Stencil? {
        shells[ShellKey(force: force, language: language)]
    }

    package func words(in language: Language) -> Words {
        contents.words[language] ?? contents.words[.english] ?? Words([:])
    }

    private struct ShellKey: Hashable {
        let force: ForceID
        let language: Language
    }

    private static func read(_ path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw Refusal(description: "cannot read \(path)")
        }
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from json: [UInt8], _ what: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(json))
        } catch {
            throw Refusal(description: "\(what) cannot be read as what it is")
        }
    }

    private static func templates(in folder: String) throws -> TemplateSet {
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw Refusal(description: "cannot read \(folder)")
        }
        let suffix = ".mustache"
        return TemplateSet(
            try paths.filter { $0.hasSuffix(suffix) }.map { path in
                let name = String(path.dropLast(suffix.count))
                do {
                    return try Template(name: name, file: path, source: try read("\(folder)/\(path)"))
                } catch let error as TemplateError {
                    throw Refusal(description: "\(error.location): \(error.message)")
                }
            })
    }
}
