/// What a piece of HTML contributes to a page, as far as the page is checked for it.
///
/// A piece may be a shell with gaps, or what fills a gap. Gaps stay in the strings as they are: a name between two NUL
/// bytes.
struct PageOutline: Sendable, Hashable {
    struct Heading: Sendable, Hashable {
        /// From 1 to 6.
        var level: Int
        /// What the heading says, on one line; nil where it says nothing.
        var text: String?
        var isInMain: Bool
    }

    /// Every `id`, in order.
    var ids: [String] = []
    /// The `href` of every `a` and `area`, in order.
    var links: [String] = []
    /// Every `src`, and the `href` of every `link`, in order.
    var resources: [String] = []
    /// The ids that `for`, `aria-labelledby` and `aria-describedby` name, in order.
    var references: [String] = []
    /// The headings, in order.
    var headings: [Heading] = []
    /// The controls that nothing labels, by their id, else their name, else their element. Only labels in the same
    /// piece count.
    var unlabelledControls: [String] = []
    /// How many images lack even an empty `alt`.
    var imagesWithoutAlt = 0
    /// The language that the `html` element states; nil where the piece has none.
    var htmlLang: String?
    /// What the content security policy refuses as a style, as it stands: `style="…"` or `<style>`.
    var inlineStyles: [String] = []
    /// What the content security policy refuses as a script, as it stands: `onclick="…"`, `<script>` or
    /// `href="javascript:…"`.
    var inlineScripts: [String] = []
    /// The text of the first `title`; nil where the piece has none.
    var title: String?
    /// `p` for an element that does not close, or not inside the element that it began in; `/p` for an end tag that
    /// closes nothing. At most `ElementNesting.mostFaults` a piece.
    var unclosed: [String] = []
    /// How many `main` elements there are.
    var landmarkMains = 0

    /// What nothing contributes.
    init() {}

    /// Reads a piece of HTML. Any bytes will do.
    ///
    /// - Parameter isInMain: Whether the piece goes into the `main` element of its page.
    init(_ html: [UInt8], isInMain: Bool = false) {
        var reader = OutlineReader(html, isInMain: isInMain)
        self = reader.read()
    }
}

extension PageOutline {
    /// The outline of a page that is made of this piece and another. What only one can say, the first says.
    func merging(_ other: PageOutline) -> PageOutline {
        var merged = self
        merged.merge(other)
        return merged
    }

    mutating func merge(_ other: PageOutline) {
        ids += other.ids
        links += other.links
        resources += other.resources
        references += other.references
        headings += other.headings
        unlabelledControls += other.unlabelledControls
        imagesWithoutAlt += other.imagesWithoutAlt
        htmlLang = htmlLang ?? other.htmlLang
        inlineStyles += other.inlineStyles
        inlineScripts += other.inlineScripts
        title = title ?? other.title
        unclosed += other.unclosed
        landmarkMains += other.landmarkMains
    }
}
