package import FastCGI
import FormViews
package import Forms
import SiteModel
package import TemplateEngine

/// Draws the pages of one force in one language: the shell that the builder made, with its title and main filled.
package struct IntakePages {
    let bundle: LoadedBundle
    let force: ForceID
    let language: Language
    /// The other pages of the same step, by language; empty where there is no choice.
    let versions: [Language: String]

    /// - Parameter versions: The other pages of the same step, by language.
    package init(bundle: LoadedBundle, force: ForceID, language: Language, versions: [Language: String]) {
        self.bundle = bundle
        self.force = force
        self.language = language
        self.versions = versions
    }

    /// About as long as what stands around the main part of a page, in bytes.
    private static let shellLength = 8_192

    private var words: Words { bundle.words(in: language) }

    /// A page with a status.
    ///
    /// - Throws: `TemplateError`, which the build has ruled out for every form of the bundle.
    package func page(
        _ template: String, _ value: TemplateValue, title: String, status: Int = 200, isError: Bool = false
    ) throws(TemplateError) -> Response {
        let context = bundle.context(of: force, in: language, value.members)
        return try page(
            try bundle.templates.render(template, with: context), title: title, status: status, isError: isError)
    }

    /// A page around what is drawn already.
    func page(
        _ main: HTML, title: String, status: Int, isError: Bool
    ) throws(TemplateError) -> Response {
        let entry = bundle.contents.forces[force]
        let name = entry?.name[language] ?? ""
        let words = words
        var fullTitle = words("titles.page", ["title": title, "force": name])
        if isError { fullTitle = words("titles.error", ["title": fullTitle]) }
        let parts: [ShellGap: HTML] = [.title: HTML(escaping: fullTitle), .languages: try languages(), .main: main]
        var response = Response(status: status, headers: bundle.headers)
        response.body.reserveCapacity(main.bytes.count + Self.shellLength)
        bundle.shell(of: force, in: language)?.fill(into: &response.body) { gap, output in
            if let part = ShellGap(rawValue: gap).flatMap({ parts[$0] }) { output.append(contentsOf: part.bytes) }
        }
        return response
    }

    /// The links to the same page in other languages; nothing where there are none.
    private func languages() throws(TemplateError) -> HTML {
        guard versions.count > 1 else { return HTML() }
        let stencil = try bundle.stencils.languageLinks(in: language) { () throws(TemplateError) -> Stencil in
            let names = bundle.contents.words.mapValues { $0("language") }
            let urls = Dictionary(uniqueKeysWithValues: versions.keys.map { ($0, Stencil.mark($0.rawValue)) })
            let alternates = LanguageSwitch(current: language, urls: urls, names: names).value
            let context = bundle.sharedContext(of: force, in: language, ["alternates": alternates])
            return Stencil(try bundle.templates.render("languages", with: context))
        }
        var html = HTML()
        stencil.fill(into: &html.bytes) { gap, output in
            let text = Language(rawValue: gap).flatMap { versions[$0] } ?? bundle.fact(gap, of: force, in: language)
            if let text { HTML.escape(text, into: &output) }
        }
        return html
    }

    /// After how many seconds a client that has asked for too much may ask again (RFC 9110, section 10.2.3).
    private static let restSeconds = 60

    /// The page that tells of a problem.
    func problem(_ problem: Problem) -> Response {
        let value = words.value(of: problem)
        let title = words("problems.\(problem.rawValue).title")
        do {
            var response = try page("error", value, title: title, status: problem.status)
            if problem == .tooMany { response.headers.append(("Retry-After", "\(Self.restSeconds)")) }
            return response
        } catch {
            return BarePage.response(to: problem, words: words)
        }
    }

    /// What every page of the intake says to the browser; above all, to keep nothing.
    static func headers(leavingFor page: String?) -> [(name: String, value: String)] {
        [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]
            + SecurityHeaders.all(leavingFor: page)
    }
}

extension TemplateValue {
    var members: [String: TemplateValue] {
        if case .object(let members) = self { members } else { [:] }
    }
}

/// A page for where there is no force to draw it for.
enum BarePage {
    static func response(to problem: Problem, words: Words) -> Response {
        let title = HTML(escaping: words("problems.\(problem.rawValue).title"))
        let text = HTML(escaping: words("problems.\(problem.rawValue).text"))
        var body = Array("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>".utf8)
        body += title.bytes
        body += Array("</title>\n<h1>".utf8)
        body += title.bytes
        body += Array("</h1>\n<p>".utf8)
        body += text.bytes
        body += Array("</p>\n</html>\n".utf8)
        return Response(status: problem.status, headers: IntakePages.headers(leavingFor: nil), body: body)
    }
}
