import ContentLoader
import Forms
import Markdown
import SiteModel

extension Edition {
    /// The body of a page as it is shown on the site of a language, with what these forces say in its blocks.
    func body(of page: SourcePage, in language: Language) -> MarkdownBody {
        let shown = page.shownLanguage(in: language)
        let body = page.text(in: language).body
        guard body.opensBlocks else { return body }
        return body.filling { block in
            guard let source = blocks[block.name], let english = source.bodies[.english] else { return nil }
            if let translated = source.bodies[shown] { return translated }
            return english.marked(language: Language.english.rawValue)
        }
    }

    /// The blocks that fill those of a page.
    func blocks(of page: SourcePage, in language: Language) -> [SourceBlock] {
        guard !blocks.isEmpty else { return [] }
        return page.text(in: language).body.blocks.compactMap { blocks[$0.name] }
    }
}
