/// Reads a piece of HTML once and notes what it contributes to a page.
struct OutlineReader {
    private let html: [UInt8]
    private var outline = PageOutline()
    private var nesting = ElementNesting()
    private var labels = ControlLabels()
    private var mainDepth: Int
    /// How many elements of SVG or MathML are open: another `title` than the page's may stand there.
    private var foreignDepth = 0
    /// The bytes of the heading or title that is open, and which of the two it is.
    private var collected: (bytes: [UInt8], isTitle: Bool)?

    init(_ html: [UInt8], isInMain: Bool) {
        self.html = html
        mainDepth = isInMain ? 1 : 0
    }

    mutating func read() -> PageOutline {
        for event in HTMLScanner(html) {
            switch event {
            case .start(let tag): start(tag)
            case .end(let tag): end(tag)
            case .text(let range): collected?.bytes.append(contentsOf: html[range])
            case .unfinished(let name, _): nesting.cutOff(name)
            }
        }
        finishCollecting()
        outline.unlabelledControls = labels.unlabelled
        outline.unclosed = nesting.unclosed
        return outline
    }

    private mutating func start(_ tag: HTMLTag) {
        for attribute in tag.attributes { note(attribute, of: tag) }
        let isForeign = tag.name == "svg" || tag.name == "math"
        if !(tag.isSelfClosing && (isForeign || foreignDepth > 0)) {
            nesting.start(tag.name)
            if isForeign { foreignDepth += 1 }
        }
        switch tag.name {
        case "h1", "h2", "h3", "h4", "h5", "h6": startHeading(tag)
        case "label": labels.start(tag)
        case "input", "select", "textarea": startControl(tag)
        case "img": if tag["alt"] == nil { outline.imagesWithoutAlt += 1 }
        case "script": if tag["src"] == nil { outline.inlineScripts.append("<script>") }
        case "style": outline.inlineStyles.append("<style>")
        case "html": outline.htmlLang = outline.htmlLang ?? tag["lang"]
        case "main":
            outline.landmarkMains += 1
            mainDepth += 1
        case "title" where foreignDepth == 0 && outline.title == nil:
            finishCollecting()
            collected = ([], isTitle: true)
        default: break
        }
    }

    private mutating func end(_ tag: HTMLTag) {
        nesting.end(tag.name)
        switch tag.name {
        case "h1", "h2", "h3", "h4", "h5", "h6": if collected?.isTitle == false { finishCollecting() }
        case "title": if collected?.isTitle == true { finishCollecting() }
        case "label": labels.end()
        case "main": mainDepth = max(0, mainDepth - 1)
        case "svg", "math": foreignDepth = max(0, foreignDepth - 1)
        default: break
        }
    }

    private mutating func startHeading(_ tag: HTMLTag) {
        finishCollecting()
        let level = tag.name.utf8.last.map { Int($0) - 0x30 } ?? 0
        outline.headings.append(PageOutline.Heading(level: level, text: nil, isInMain: mainDepth > 0))
        collected = ([], isTitle: false)
    }

    private mutating func startControl(_ tag: HTMLTag) {
        let isImage = tag.name == "input" && tag["type"]?.lowercased() == "image"
        if isImage, tag["alt"] == nil { outline.imagesWithoutAlt += 1 }
        labels.add(tag)
    }

    private mutating func finishCollecting() {
        guard let (bytes, isTitle) = collected else { return }
        collected = nil
        let text = HTMLText.line(bytes)
        if isTitle {
            outline.title = text
        } else if !text.isEmpty {
            outline.headings[outline.headings.count - 1].text = text
        }
    }
}

// MARK: - Attributes

extension OutlineReader {
    private mutating func note(_ attribute: HTMLTag.Attribute, of tag: HTMLTag) {
        switch attribute.name {
        case "class": break
        case "href": noteAddress(attribute, of: tag)
        case "id": outline.ids.append(tag.value(of: attribute))
        case "for", "aria-labelledby", "aria-describedby":
            outline.references += HTMLText.words(tag.value(of: attribute))
        case "src", "action", "formaction": noteAddress(attribute, of: tag)
        case "style": outline.inlineStyles.append(Self.written(attribute.name, tag.value(of: attribute)))
        default:
            if attribute.name.utf8.starts(with: "on".utf8) {
                outline.inlineScripts.append(Self.written(attribute.name, tag.value(of: attribute)))
            }
        }
    }

    private mutating func noteAddress(_ attribute: HTMLTag.Attribute, of tag: HTMLTag) {
        let address = tag.value(of: attribute)
        if Self.isScript(address) { outline.inlineScripts.append(Self.written(attribute.name, address)) }
        switch (attribute.name, tag.name) {
        case ("href", "a"), ("href", "area"): outline.links.append(address)
        case ("href", "link"), ("src", _): outline.resources.append(address)
        default: break
        }
    }

    private static func written(_ name: String, _ value: String) -> String { "\(name)=\"\(value)\"" }

    /// Whether an address runs a script. Case and control characters do not hide it (URL Standard, section 4.4).
    private static func isScript(_ address: String) -> Bool {
        guard address.utf8.contains(UInt8(ascii: ":")) else { return false }
        return address.utf8.lazy.filter { $0 > 0x20 }.map { $0 | 0x20 }.starts(with: "javascript:".utf8)
    }
}
