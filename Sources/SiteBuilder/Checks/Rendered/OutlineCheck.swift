/// Judges a drawn page by its outline.
enum OutlineCheck {
    /// The faults of a page that is made of a shell and of parts, each once.
    ///
    /// - Parameters:
    ///   - pieces: The outlines of the shell and the parts, the shell first.
    ///   - isPage: Whether the address of a link leads to a page of the site. It comes without query and fragment, and
    ///     with the gaps that it has. Links that stay in the page, have a scheme or name a host are not asked about.
    ///   - isResource: The same for what the page loads, and for its other versions in `<link rel="alternate">`.
    static func faults(
        of pieces: [PageOutline], isPage: (_ address: String) -> Bool, isResource: (_ address: String) -> Bool
    ) -> [OutlineFault] {
        var page = PageOutline()
        for piece in pieces { page.merge(piece) }
        var faults: [OutlineFault] = []
        if page.htmlLang?.isEmpty ?? true { faults.append(.missingLang) }
        if page.title?.isEmpty ?? true { faults.append(.missingTitle) }
        if page.landmarkMains != 1 { faults.append(.mains(page.landmarkMains)) }
        faults += page.unclosed.map { .unclosedElement($0) }
        faults += headingFaults(of: page)
        faults += idFaults(of: page)
        faults += linkFaults(of: page, isPage: isPage, isResource: isResource)
        faults += page.unlabelledControls.map { .controlWithoutLabel($0) }
        if page.imagesWithoutAlt > 0 { faults.append(.imageWithoutAlt) }
        faults += page.inlineStyles.map { .inlineStyle($0) }
        faults += page.inlineScripts.map { .inlineScript($0) }
        var seen: Set<OutlineFault> = []
        return faults.filter { seen.insert($0).inserted }
    }

    /// Headings outside `main` have no order to keep: those of a footer follow whatever the page ends with.
    private static func headingFaults(of page: PageOutline) -> [OutlineFault] {
        var faults: [OutlineFault] = []
        let titles = page.headings.count { $0.level == 1 }
        if titles != 1 { faults.append(.firstLevelHeadings(titles)) }
        var above = 0
        for heading in page.headings where heading.isInMain {
            if heading.level > above + 1 {
                faults.append(.headingSkips(from: above, to: heading.level, text: heading.text ?? ""))
            }
            above = heading.level
        }
        return faults
    }

    private static func idFaults(of page: PageOutline) -> [OutlineFault] {
        var ids: Set<String> = []
        var faults: [OutlineFault] = []
        for id in page.ids where !ids.insert(id).inserted { faults.append(.duplicateID(id)) }
        for id in page.references where !ids.contains(id) { faults.append(.danglingReference(id)) }
        for link in page.links {
            guard case .samePage(let fragment?) = RenderedLink(link) else { continue }
            if !RenderedLink.fragment(fragment, isAmong: ids) { faults.append(.danglingReference(fragment)) }
        }
        return faults
    }

    private static func linkFaults(
        of page: PageOutline, isPage: (String) -> Bool, isResource: (String) -> Bool
    ) -> [OutlineFault] {
        var faults: [OutlineFault] = []
        for link in page.links {
            if link.isEmpty { faults.append(.emptyLink) }
            if case .site(let path) = RenderedLink(link), !isPage(path) { faults.append(.deadLink(path)) }
        }
        for resource in page.resources {
            if case .site(let path) = RenderedLink(resource), !isResource(path) { faults.append(.deadResource(path)) }
        }
        return faults
    }
}
