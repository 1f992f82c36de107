import Diagnostics
import Forms
import SiteModel

/// Walks the files of `Content/` and hands each to the reader of its kind.
struct SiteContentLoader {
    private let root: String
    private var files: [String: SourceFolder.File]
    private(set) var content = SiteContent()
    private(set) var report = DiagnosticReport()

    init(_ folder: SourceFolder, root: String) {
        self.root = root
        files = Dictionary(folder.files.map { ($0.path, $0) }) { first, _ in first }
    }

    mutating func load() {
        loadSite()
        loadWords()
        loadForces()
        let sets = loadQuestionSets()
        loadPages(PageReader(forms: FormReader(sets: sets)))
        reportStrays()
        checkLanguages()
    }

    private mutating func loadSite() {
        guard let yaml = takeYAML("site.yml"), let located = SiteReader.read(yaml, &report) else { return }
        content.site = located.site
        content.siteLinks = located.links
    }

    private mutating func loadWords() {
        var read: [Language: (words: Words, file: String)] = [:]
        for language in Language.allCases {
            guard let yaml = takeYAML("strings.\(language.rawValue).yml") else { continue }
            let words = WordsReader.read(yaml, &report)
            content.words[language] = words
            read[language] = (words, yaml.file)
        }
        WordsReader.compare(read, &report)
    }

    private mutating func loadForces() {
        let folders = Set(files.keys.filter { $0.hasPrefix("forces/") }.map { $0.split(separator: "/")[1] })
        for name in folders.sorted() {
            let location = SourceLocation(file: "\(root)/forces/\(name)")
            guard let id = ForceID(rawValue: String(name)) else {
                report.error("unknown-force", at: location, "'\(name)' cannot be the id of a force", remedy: idRemedy)
                files = files.filter { !$0.key.hasPrefix("forces/\(name)/") }
                continue
            }
            guard let yaml = takeYAML("forces/\(name)/force.yml"),
                let force = ForceReader.read(id: id, yaml, &report)
            else { continue }
            if let other = content.forces.first(where: { $0.code == force.code }) {
                report.error("duplicate-code", at: location, "'\(other.id)' has the code \(force.code) too")
            }
            content.forces.append(force)
        }
        if folders.isEmpty {
            report.error(
                "no-forces", at: SourceLocation(file: "\(root)/forces"), "there is no force to make a site for",
                remedy: "add forces/<id>/force.yml")
        }
    }

    private mutating func loadQuestionSets() -> [String: QuestionSet] {
        var sets: [String: QuestionSet] = [:]
        for path in files.keys.filter({ $0.hasPrefix("questions/") && $0.hasSuffix(".yml") }).sorted()
        where !path.hasSuffix(".cy.yml") {
            let name = String(path.dropFirst("questions/".count).dropLast(".yml".count))
            var own = DiagnosticReport()
            let set = takeYAML(path).flatMap { QuestionSet($0, &own) }
            report.merge(own)
            let twin = "questions/\(name).cy.yml"
            let words = files[twin] == nil ? nil : takeYAML(twin)
            guard var set else { continue }
            if let words, !own.hasErrors { set.translate(words, &report) }
            sets[name] = set
        }
        return sets
    }

    private mutating func loadPages(_ reader: PageReader) {
        let sources = files.keys.filter { $0.hasPrefix("national/") && $0.hasSuffix(".md") }.sorted()
        var byPath: [PagePath: SourceFolder.File] = [:]
        for source in sources where !source.hasSuffix(".cy.md") {
            guard let file = files.removeValue(forKey: source), let (path, isFront) = path(of: file) else { continue }
            if let other = byPath[path] {
                report.error(
                    "duplicate-path", at: SourceLocation(file: file.shown),
                    "the path \(path) already belongs to \(other.shown)", remedy: "rename one of them")
                files.removeValue(forKey: twin(of: source))
                continue
            }
            byPath[path] = file
            content.paths.insert(path)
            guard var page = reader.page(file, at: path, isFront: isFront, &report) else {
                files.removeValue(forKey: twin(of: source))
                continue
            }
            if let twin = files.removeValue(forKey: twin(of: source)) { reader.translate(&page, with: twin, &report) }
            if let form = page.form { checkUnique(form, among: content.pages.compactMap(\.form)) }
            content.pages.append(page)
        }
        content.pages.sort { $0.path < $1.path }
        if !content.paths.contains(.home) {
            report.error(
                "no-home", at: SourceLocation(file: "\(root)/national/index.md"), "there is no home page",
                remedy: "add this file")
        }
    }

    private mutating func checkUnique(_ form: FormSource, among others: [FormSource]) {
        for other in others {
            if other.definition.id == form.definition.id {
                report.error(
                    "duplicate-form", at: form.location, "\(other.location) already has a form '\(form.definition.id)'",
                    remedy: "rename one of the pages")
            }
            if other.definition.code == form.definition.code {
                report.error(
                    "duplicate-code", at: form.location,
                    "\(other.location) already has the code \(form.definition.code)", remedy: "choose other letters")
            }
        }
    }

    private func twin(of source: String) -> String { source.dropLast(".md".count) + ".cy.md" }

    /// The path that a file is the page of.
    private mutating func path(of file: SourceFolder.File) -> (PagePath, isFront: Bool)? {
        var parts = file.path.dropFirst("national/".count).dropLast(".md".count).split(separator: "/").map(String.init)
        let isFront = parts.last == "index"
        if isFront { parts.removeLast() }
        guard let path = PagePath(components: parts) else {
            report.error(
                "malformed", at: SourceLocation(file: file.shown), "the name of this file cannot be an address",
                remedy: "use lower-case letters, digits and hyphens")
            return nil
        }
        if let first = parts.first, PagePath.reservedRoots.contains(first) {
            report.error(
                "reserved-path", at: SourceLocation(file: file.shown), "no page can begin with /\(first)",
                remedy: "that address serves something else")
        }
        return (path, isFront)
    }

    /// Reports files that nothing reads: usually a twin without its English page, or a name misspelt.
    private mutating func reportStrays() {
        for path in files.keys.sorted() {
            report.error(
                "stray-file", at: SourceLocation(file: "\(root)/\(path)"), "nothing reads this file",
                remedy: path.hasSuffix(".cy.md")
                    ? "a Welsh twin is named like its English page, with '.cy.md' at the end"
                    : "move it to where it is read, or delete it")
        }
    }

    /// Reports what a Welsh site could not do without.
    private mutating func checkLanguages() {
        guard content.forces.contains(where: { $0.languages.contains(.welsh) }),
            let home = content.pages.first(where: { $0.path == .home }), home.texts[.welsh] == nil
        else { return }
        report.error(
            "missing-translation", at: home.location, "the home page has no Welsh twin",
            remedy: "add \(root)/national/index.cy.md")
    }

    private mutating func takeYAML(_ path: String) -> YAMLValue? {
        guard let file = files.removeValue(forKey: path) else {
            report.error(
                "missing-file", at: SourceLocation(file: "\(root)/\(path)"), "this file is missing", remedy: "add it")
            return nil
        }
        return file.text(&report).flatMap { YAMLDocument.parse($0, file: file.shown, &report) }
    }
}
