/// What is wrong with a drawn page.
enum OutlineFault: Sendable, Hashable {
    case duplicateID(String)
    /// An id that a link, a label or an ARIA attribute names, and no element has.
    case danglingReference(String)
    case deadLink(String)
    /// A link without an address, which leads back to the page that it stands on.
    case emptyLink
    case deadResource(String)
    /// How many headings of the first level there are, where there is not one.
    case firstLevelHeadings(Int)
    /// A level was left out on the way down; `from` is 0 at the start of the main part.
    case headingSkips(from: Int, to: Int, text: String)
    case controlWithoutLabel(String)
    case imageWithoutAlt
    case inlineStyle(String)
    case inlineScript(String)
    /// `p`, or `/p` for an end tag that closes nothing.
    case unclosedElement(String)
    case missingLang
    /// How many `main` elements there are, where there is not one.
    case mains(Int)
    case missingTitle
}

extension OutlineFault {
    /// A stable name for the kind of fault: what scripts match on.
    var code: String {
        switch self {
        case .duplicateID: "duplicate-id"
        case .danglingReference: "dangling-reference"
        case .deadLink: "dead-link"
        case .emptyLink: "empty-link"
        case .deadResource: "dead-resource"
        case .firstLevelHeadings: "first-level-headings"
        case .headingSkips: "heading-skips"
        case .controlWithoutLabel: "control-without-label"
        case .imageWithoutAlt: "image-without-alt"
        case .inlineStyle: "inline-style"
        case .inlineScript: "inline-script"
        case .unclosedElement: "unclosed-element"
        case .missingLang: "missing-lang"
        case .mains: "mains"
        case .missingTitle: "missing-title"
        }
    }

    /// What is wrong, in lower case and without a full stop. Gaps are written as `{{name}}`.
    var message: String {
        switch self {
        case .duplicateID(let id): "the id '\(Self.shown(id))' stands more than once in the page"
        case .danglingReference(let id): "nothing in the page has the id '\(Self.shown(id))'"
        case .emptyLink: "a link has no address"
        case .deadLink(let address): "there is no page '\(Self.shown(address))'"
        case .deadResource(let address): "there is no file '\(Self.shown(address))'"
        case .firstLevelHeadings(let count):
            count == 0 ? "the page has no h1" : "the page has \(count) headings of level h1"
        case .headingSkips(from: 0, let level, let text):
            "the main part begins with h\(level) '\(Self.shown(text))', not with the h1"
        case .headingSkips(let above, let level, let text):
            "h\(level) '\(Self.shown(text))' follows h\(above), and a level is left out"
        case .controlWithoutLabel(let name): "nothing labels the control '\(Self.shown(name))'"
        case .imageWithoutAlt: "an image has no alternative text"
        case .inlineStyle(let style): "the page holds a style of its own: \(Self.shown(style))"
        case .inlineScript(let script): "the page holds a script of its own: \(Self.shown(script))"
        case .unclosedElement(let name):
            name.hasPrefix("/")
                ? "<\(Self.shown(name))> closes nothing"
                : "<\(Self.shown(name))> is not closed, or not inside the element that it begins in"
        case .missingLang: "the page does not state its language"
        case .mains(let count):
            count == 0 ? "the page has no main element" : "the page has \(count) main elements"
        case .missingTitle: "the page has no title"
        }
    }

    /// What to do about it.
    var remedy: String {
        switch self {
        case .duplicateID: "give every element an id of its own"
        case .danglingReference: "correct the id that is named, or give it to the element that is meant"
        case .deadLink: "correct the address, or add the page"
        case .emptyLink: "ask first whether the site has the page: {{#urls.page}}…{{/urls.page}}"
        case .deadResource: "correct the address, or add the file"
        case .firstLevelHeadings: "write one h1 that says what the page is about"
        case .headingSkips(from: 0, _, _): "put the h1 before all other headings of the main part"
        case .headingSkips(let above, _, _): "make it h\(above + 1)"
        case .controlWithoutLabel: "add a label with the id of the control in its 'for'"
        case .imageWithoutAlt: "add alt=\"…\", and leave it empty if the image only decorates"
        case .inlineStyle: "put it into the stylesheet: browsers refuse it in the page"
        case .inlineScript: "leave it out: browsers refuse it, and every page has to work without scripts"
        case .unclosedElement(let name):
            name.hasPrefix("/") ? "remove it, or open the element" : "add its end tag"
        case .missingLang: "add lang=\"…\" to the html element"
        case .mains: "write one main element around what the page is about"
        case .missingTitle: "write a title into the head"
        }
    }

    /// Text as a template's author knows it: a gap, which is a name between two NUL bytes, as `{{name}}`.
    private static func shown(_ text: String) -> String {
        let pieces = text.utf8.split(separator: 0, omittingEmptySubsequences: false)
        return pieces.enumerated().map { index, piece in
            index.isMultiple(of: 2) ? "\(Substring(piece))" : "{{\(Substring(piece))}}"
        }
        .joined()
    }
}
