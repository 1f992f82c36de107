import ContentLoader
import Forms
import Markdown
import SearchIndex
import SiteModel

extension SearchDocument {
    /// What can be found of a page.
    ///
    /// - Parameters:
    ///   - body: Its body, with what the forces say in its blocks.
    ///   - language: The language that it is shown in.
    ///   - slots: Fills what is the same for all forces.
    init(_ page: SourcePage, body: MarkdownBody, in language: Language, service: Service?, slots: SlotValues) {
        let text = page.text(in: language)
        var plain = PlainText()
        for segment in body.segments {
            switch segment {
            case .html(let bytes): plain.append(html: bytes)
            case .slot(let slot): plain.append(text: slots.filling("{{\(slot.name)}}") { FactMark.text(of: $0) })
            case .word, .link, .linkEnd, .image, .block: break
            }
        }
        self.init(
            language: language, title: text.title, keywords: service?.alsoKnownAs[language] ?? [],
            description: text.description, body: plain.text)
    }
}
