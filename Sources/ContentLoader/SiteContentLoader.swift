import Diagnostics
import Forms
import SiteModel

/// Walks the files of `Content/` and hands each to the reader of its kind.
struct SiteContentLoader {
    let root: String
    let jobs: Int
    /// The files that nobody has taken yet.
    var files: [String: SourceFolder.File]
    /// The paths of all files, sorted.
    private let paths: [String]
    var content = SiteContent()
    var report = DiagnosticReport()
    /// Every folder below `forces/` that names a force, whether its `force.yml` can be read or not.
    private var forceIDs: Set<ForceID> = []

    init(_ folder: SourceFolder, root: String, jobs: Int) {
        self.root = root
        self.jobs = jobs
        files = Dictionary(folder.files.map { ($0.path, $0) }) { first, _ in first }
        paths = folder.files.map(\.path)
        content.root = root
    }

    mutating func load() {
        findForces()
        loadSite()
        loadForces()
        loadWords()
        loadAssets()
        let slots = SiteSlots(content.facts)
        let sets = loadQuestionSets(slots)
        loadBlocks()
        loadPages(
            PageReader(forms: FormReader(sets: sets), matter: PageMatter(audiences: audiences), slots: slots))
        loadRetention()
        loadWritingRules()
        reportStrays()
        checkLanguages()
        checkSignposts()
    }

    private var audiences: [String: Set<ForceID>] {
        let single = forceIDs.map { ($0.rawValue, Set([$0])) }
        return Dictionary(single) { first, _ in first }.merging(content.site?.groups ?? [:]) { first, _ in first }
    }

    /// The paths of the files in a folder that nobody has taken yet, sorted.
    ///
    /// - Parameter folder: With a slash at its end.
    func paths(in folder: String) -> [String] {
        // What lies in a folder stands together; where it begins is found by halving.
        var (low, high) = (0, paths.count)
        while low < high {
            let middle = (low + high) / 2
            if paths[middle] < folder { low = middle + 1 } else { high = middle }
        }
        return paths[low...].prefix { $0.hasPrefix(folder) }.filter { files[$0] != nil }
    }

    /// Whether any site speaks a language.
    func isSpoken(_ language: Language) -> Bool {
        language == .english || content.forces.contains { $0.languages.contains(language) }
    }

    private mutating func findForces() {
        let folders = Set(files.keys.filter { $0.hasPrefix("forces/") }.map { $0.split(separator: "/")[1] })
        for name in folders.sorted() {
            if let id = ForceID(rawValue: String(name)), !Site.reservedFolders.contains(id.rawValue) {
                forceIDs.insert(id)
                continue
            }
            report.error(
                "unknown-force", at: SourceLocation(file: "\(root)/forces/\(name)"),
                "'\(name)' cannot be the id of a force", remedy: idRemedy)
            files = files.filter { !$0.key.hasPrefix("forces/\(name)/") }
        }
        if folders.isEmpty {
            report.error(
                "no-forces", at: SourceLocation(file: "\(root)/forces"), "there is no force to make a site for",
                remedy: "add forces/<id>/force.yml")
        }
    }

    private mutating func loadSite() {
        if let yaml = takeYAML("site.yml"), let read = SiteReader.read(yaml, forces: forceIDs, &report) {
            content.site = read.site
            content.facts = read.signposts
        }
        if files["facts.yml"] != nil, let yaml = takeYAML("facts.yml") {
            content.facts += FactReader.facts(yaml, &report)
        }
        if let yaml = takeYAML("services.yml") {
            let signposts = Set((content.site?.signposts ?? [:]).keys)
            content.catalogue = CatalogueReader.read(yaml, signposts: signposts, &report)
        }
    }

    /// Without the file no case is ever erased, which a store that nobody prunes does not need to be told.
    private mutating func loadRetention() {
        guard files["retention.yml"] != nil, let yaml = takeYAML("retention.yml") else { return }
        let forms = Set(content.pages.compactMap { $0.form?.definition.id })
        let unreadable = Set(content.unreadablePaths.compactMap { $0.components.last })
        content.retention = RetentionReader(forms: forms, unreadable: unreadable).read(yaml, &report)
    }

    private mutating func loadWritingRules() {
        guard files["plain-english.yml"] != nil, let yaml = takeYAML("plain-english.yml") else { return }
        content.writing = WritingRulesReader.read(yaml, &report)
    }

    private mutating func loadForces() {
        let services = Set(content.catalogue.locations.keys)
        for id in forceIDs.sorted() {
            guard let yaml = takeYAML("forces/\(id)/force.yml"),
                let force = ForceReader.read(id: id, yaml, services: services, &report)
            else {
                // What belongs to a force that cannot be read is nobody's fault.
                for path in paths(in: "forces/\(id)/") { files[path] = nil }
                continue
            }
            if let other = content.forces.first(where: { $0.code == force.code }) {
                report.error(
                    "duplicate-code", at: SourceLocation(file: "\(root)/forces/\(id)"),
                    "'\(other.id)' has the code \(force.code) too")
            }
            content.forces.append(force)
        }
    }

    private mutating func loadWords() {
        var read: [Language: (words: Words, file: String)] = [:]
        for language in Language.allCases {
            let path = "strings.\(language.rawValue).yml"
            guard isSpoken(language) || files[path] != nil, let yaml = takeYAML(path) else { continue }
            let (words, locations, isReviewed) = WordsReader.read(yaml, &report)
            if language != .english, !isReviewed { content.unreviewedTwins.append(yaml.file) }
            content.words[language] = words
            content.wordLocations[language] = locations
            read[language] = (words, yaml.file)
        }
        WordsReader.compare(read, &report)
    }

    private mutating func loadAssets() {
        for path in paths(in: "assets/") {
            guard let file = files.removeValue(forKey: path) else { continue }
            if let asset = SourceAsset(file) {
                content.assets[asset.path] = asset
            } else {
                report.error(
                    "unknown-kind", at: SourceLocation(file: file.shown), "a page cannot offer a file of this kind",
                    remedy: "known here: \(SourceAsset.Kind.allCases.map(\.rawValue).sorted().joined(separator: ", "))")
            }
        }
    }

    private mutating func loadQuestionSets(_ slots: SiteSlots) -> [String: QuestionSet] {
        var sets: [String: QuestionSet] = [:]
        for path in paths(in: "questions/") where path.hasSuffix(".yml") && !path.hasSuffix(".cy.yml") {
            let name = String(path.dropFirst("questions/".count).dropLast(".yml".count))
            var own = DiagnosticReport()
            let english = files[path]
            let set = takeYAML(path).flatMap { yaml in
                QuestionSet(slots.fill(yaml, in: .english, used: &content.slotsOfForms, &own), name: name, &own)
            }
            report.merge(own)
            let twin = "questions/\(name).cy.yml"
            let words = files[twin] == nil ? nil : takeYAML(twin)
            guard var set, let english else { continue }
            if let words, !own.hasErrors {
                let filled = slots.fill(words, in: .welsh, used: &content.slotsOfForms, &report)
                set.translate(filled, of: english, &report)
                if !set.isReviewed { content.unreviewedTwins.append(words.file) }
            }
            sets[name] = set
        }
        return sets
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
        guard isSpoken(.welsh), let home = content.pages.first(where: { $0.path == .home && $0.origin == .national }),
            home.texts[.welsh] == nil
        else { return }
        report.error(
            "missing-translation", at: home.location, "the home page has no Welsh twin",
            remedy: "add \(root)/national/index.cy.md")
    }

    /// Reports national numbers that stand on pages and that no string says what they are for.
    private mutating func checkSignposts() {
        for service in content.catalogue.catalogue.all {
            for language in Language.allCases where isSpoken(language) {
                guard content.words[language] != nil else { continue }
                // Where one language has the string, the other has been told of already.
                for name in service.signposts
                where content.words.values.allSatisfy({ $0.texts["signposts.\(name)"] == nil }) {
                    report.error(
                        "missing-string", at: SourceLocation(file: "\(root)/strings.\(language.rawValue).yml"),
                        "the string 'signposts.\(name)' is missing",
                        remedy: "say what the number is for, which the service '\(service.id)' shows")
                }
            }
        }
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
