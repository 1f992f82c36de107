import Diagnostics
import Forms
import SiteModel

extension SiteContentLoader {
    /// Reads the blocks of all forces: `forces/<id>/blocks/<name>.md`.
    mutating func loadBlocks() {
        for force in content.forces {
            let folder = "forces/\(force.id)/blocks/"
            for (file, twin) in takePages(in: folder) {
                let name = String(file.path.dropFirst(folder.count).dropLast(".md".count))
                content.blocks[force.id, default: [:]][name] = SourceBlock(name: name, file, twin: twin, &report)
            }
        }
    }

    /// Reads the national pages and those of the forces.
    mutating func loadPages(_ reader: PageReader) {
        var sources = pageSources(in: "national/", origin: .national)
        for force in content.forces {
            sources += pageSources(in: "forces/\(force.id)/pages/", origin: .force(force.id))
        }
        var pages: [SourcePage] = []
        pages.reserveCapacity(sources.count)
        for (page, found) in sources.concurrentMap(jobs: jobs, { reader.page($0) }) {
            if !found.isEmpty { report.merge(found) }
            if let page {
                pages.append(page)
                content.slotsOfForms.formUnion(page.form?.slots ?? [])
            }
        }
        pages += companions(of: pages)
        pages.sort { $0.path < $1.path }
        for index in pages.indices {
            pages[index].number = index
            switch pages[index].origin {
            case .national: content.nationalPages.append(index)
            case .force(let id): content.forcePages[id, default: []].append(index)
            }
        }
        content.pages = pages
        if !content.paths.contains(.home) {
            report.error(
                "no-home", at: SourceLocation(file: "\(root)/national/index.md"), "there is no home page",
                remedy: "add this file")
        }
    }

    /// The pages of a folder. Reports two files for one path.
    private mutating func pageSources(in folder: String, origin: SourcePage.Origin) -> [PageReader.Source] {
        var sources: [PageReader.Source] = []
        var byPath: [PagePath: SourceFolder.File] = [:]
        for (file, twin) in takePages(in: folder) {
            guard let (path, isFront) = path(of: file, in: folder) else { continue }
            if let other = byPath[path] {
                report.error(
                    "duplicate-path", at: SourceLocation(file: file.shown),
                    "the path \(path) already belongs to \(other.shown)", remedy: "rename one of them")
                continue
            }
            byPath[path] = file
            content.paths.insert(path)
            sources.append(.init(file: file, twin: twin, path: path, isFront: isFront, origin: origin))
        }
        return sources
    }

    /// Takes the Markdown files of a folder, each with its Welsh twin, in the order of their names. A twin without
    /// its English stays behind, as does every other file.
    private mutating func takePages(in folder: String) -> [(file: SourceFolder.File, twin: SourceFolder.File?)] {
        paths(in: folder).filter { $0.hasSuffix(".md") && !$0.hasSuffix(".cy.md") }.compactMap { path in
            guard let file = files.removeValue(forKey: path) else { return nil }
            return (file, files.removeValue(forKey: path.dropLast(".md".count) + ".cy.md"))
        }
    }

    /// The path that a file is the page of.
    private mutating func path(of file: SourceFolder.File, in folder: String) -> (PagePath, isFront: Bool)? {
        var parts = file.path.dropFirst(folder.count).dropLast(".md".count).split(separator: "/").map(String.init)
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
}
