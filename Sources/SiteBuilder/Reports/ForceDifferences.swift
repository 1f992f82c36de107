import ContentLoader
import Diagnostics
import Forms
import Markdown

/// How the site of a force differs from the national content.
struct ForceDifferences {
    let content: SiteContent
    let edition: Edition
    let force: ForceID

    /// In the order of paths.
    var all: [SiteExplanation.Difference] {
        (pages + missing + blocks).sorted {
            ($0.path, $0.kind.rawValue, $0.detail) < ($1.path, $1.kind.rawValue, $1.detail)
        }
    }

    private var pages: [SiteExplanation.Difference] {
        edition.pages.compactMap { page in
            guard case .force = page.origin, page.companion == nil else { return nil }
            guard let national = content.national(page.path) else {
                return .init(kind: .added, path: page.path.description, detail: page.english.title)
            }
            return .init(kind: .replaced, path: page.path.description, detail: Self.change(national, page))
        }
    }

    private var missing: [SiteExplanation.Difference] {
        edition.absent.compactMap { path, absence in
            // A draft, or a page whose time is over, is missing everywhere.
            if case .upkeep = absence { return nil }
            guard edition.page(at: path) == nil, content.national(path)?.companion == nil else { return nil }
            return .init(kind: .missing, path: path.description, detail: absence.reason(for: force))
        }
    }

    private var blocks: [SiteExplanation.Difference] {
        edition.pages.flatMap { page in
            page.english.body.blocks.compactMap { block -> SiteExplanation.Difference? in
                guard let filled = edition.blocks[block.name] else { return nil }
                return .init(
                    kind: .block, path: page.path.description, detail: "\(block.name): \(filled.location.file)")
            }
        }
    }

    /// How many lines a page that replaces another adds and takes away.
    private static func change(_ old: SourcePage, _ new: SourcePage) -> String {
        let lines = [old, new].map { page -> [Substring] in
            let bytes = (try? SourceFolder.read(page.location.file)) ?? []
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        }
        let difference = lines[1].difference(from: lines[0])
        return
            "\(new.location.file): +\(difference.insertions.count) −\(difference.removals.count) lines"
    }
}

extension SiteContent {
    /// The page of all forces at a path.
    func national(_ path: PagePath) -> SourcePage? {
        nationalPages.lazy.map { pages[$0] }.first { $0.path == path }
    }
}
