package import Diagnostics
package import Forms
package import Markdown

/// A page as authors wrote it: one path, and its words in each language that it has been written in.
package struct SourcePage: Sendable {
    /// Who wrote the page.
    package enum Origin: Sendable, Hashable {
        /// It is a page of all forces, unless its audience says otherwise.
        case national
        /// It is a page of this force, and replaces the national one of the same path.
        case force(ForceID)
    }

    /// A list that is made by the build and stands on the page.
    package enum List: String, Sendable, CaseIterable {
        /// Every service by its title and other words.
        case aToZ = "a-z"
        /// The news of the force, the newest first.
        case news
        /// Every question of the page's form in each of its states.
        case styleGuide = "style-guide"
    }

    /// The number of the page among all sources, the same in every run over the same content.
    package internal(set) var number = 0
    package let path: PagePath
    /// Whether the page is the front of a section: written as `index.md`.
    package let isFront: Bool
    package let origin: Origin
    package let location: SourceLocation
    package let upkeep: Upkeep
    package let audience: Audience
    package let list: List?
    package internal(set) var form: FormSource?
    /// Whether whoever reads the page may be in danger if somebody else sees it.
    package internal(set) var isSensitive = false
    /// What makes the page news; nil for any other page.
    package internal(set) var news: NewsMatter?
    /// Phrases that are jargon and that the page explains.
    package internal(set) var explains: Set<String> = []
    /// What the page is made from, where nobody wrote it: another page, its form, and what of it the page shows.
    package internal(set) var companion: (kind: Companion, of: PagePath, form: FormSource?)?
    /// Whether an error was found in the English page.
    package internal(set) var isFaulty = false
    package let english: PageText
    /// The words in every other language that they have been translated into, and in English.
    package internal(set) var texts: [Language: PageText]

    init(
        path: PagePath, isFront: Bool, origin: Origin, upkeep: Upkeep, audience: Audience, list: List?,
        form: FormSource?, english: PageText
    ) {
        self.path = path
        self.isFront = isFront
        self.origin = origin
        self.upkeep = upkeep
        self.audience = audience
        self.list = list
        self.form = form
        self.english = english
        location = english.location
        texts = [.english: english]
    }
}

/// The words of a page in one language.
package struct PageText: Sendable {
    package let title: String
    package let description: String?
    /// The last part of the page's URL in this language.
    package let slug: String?
    /// Addresses that the page had before, without `/cy`.
    package let aliases: [LocatedPath]
    package let body: MarkdownBody
    package let location: SourceLocation
    /// The day when a translator last reviewed the words, on a page that is a translation; nil where nobody has.
    package internal(set) var reviewed: CalendarDate?
}

extension SourcePage {
    /// The words in a language, or in English where they have not been translated.
    package func text(in language: Language) -> PageText { texts[language] ?? english }

    /// The language that the page is shown in on a site of a language.
    package func shownLanguage(in language: Language) -> Language { texts[language] == nil ? .english : language }
}

/// What keeps a page fit to be read: who looks after it, and when it stands on the site.
package struct Upkeep: Sendable, Hashable {
    /// Who answers for the page.
    package var owner: String?
    /// The day when somebody last read the page and found it right.
    package var reviewed: CalendarDate?
    /// The day by which somebody has to read it again.
    package var reviewBy: CalendarDate?
    /// Whether the page is still being written.
    package var isDraft = false
    /// Whether the page is for authors, and stands on no site that citizens read.
    package var isPreview = false
    /// The first day on which the page stands on the site.
    package var publishOn: CalendarDate?
    /// The first day on which it does so no longer.
    package var expiresOn: CalendarDate?

    /// Why the page does not stand on the site on a day; nil where it does.
    ///
    /// - Parameter preview: Whether the site is for authors.
    package func absence(on day: CalendarDate, preview: Bool) -> String? {
        if isPreview, !preview { return "is for authors" }
        if isDraft { return "is a draft" }
        if let publishOn, day < publishOn { return "is not published before \(publishOn)" }
        if let expiresOn, day >= expiresOn { return "expired on \(expiresOn)" }
        return nil
    }
}

/// The forces that a page is for.
package struct Audience: Sendable, Hashable {
    /// Nil for all.
    package var only: Set<ForceID>?
    package var except: Set<ForceID> = []

    /// Whether there may be forces that the page is not for.
    package var isLimited: Bool { only != nil || !except.isEmpty }

    package func includes(_ force: ForceID) -> Bool {
        (only?.contains(force) ?? true) && !except.contains(force)
    }
}
