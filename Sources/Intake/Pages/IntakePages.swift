import FastCGI
import FormViews
import Forms
import SiteModel
import TemplateEngine

/// Draws the pages of one force in one language: the shell that the builder made, with its title and main filled.
struct IntakePages {
    let bundle: LoadedBundle
    let force: ForceID
    let language: Language
    /// The other pages of the same step, by language; empty where there is no choice.
    let versions: [Language: String]

    private var words: Words { bundle.words(in: language) }

    /// A page with a status.
    ///
    /// - Throws: `TemplateError`, which the build has ruled out for every form of the bundle.
    func page(
        _ template: String, _ value: TemplateValue, title: String, status: Int = 200, isError: Bool = false
    ) throws(TemplateError) -> Response {
        let entry = bundle.contents.forces[force]
        let name = entry?.name[language] ?? ""
        var fullTitle = words("titles.page", ["title": title, "force": name])
        if isError { fullTitle = words("titles.error", ["title": fullTitle]) }
        let context = { (members: [String: TemplateValue]) in
            bundle.context(of: force, in: language, members)
        }
        let names = bundle.contents.words.mapValues { $0("language") }
        let alternates = LanguageSwitch(current: language, urls: versions, names: names).value
        let parts: [ShellGap: HTML] = [
            .title: HTML(escaping: fullTitle),
            .languages: try bundle.templates.render("languages", with: context(["alternates": alternates])),
            .main: try bundle.templates.render(template, with: context(value.members)),
        ]
        var response = Response(status: status, headers: Self.headers(leavingFor: bundle.contents.neutralPage))
        bundle.shell(of: force, in: language)?.fill(into: &response.body) { gap, output in
            if let part = ShellGap(rawValue: gap).flatMap({ parts[$0] }) { output.append(contentsOf: part.bytes) }
        }
        return response
    }

    /// The page that tells of a problem.
    func problem(_ problem: Problem) -> Response {
        let value = words.value(of: problem)
        let title = words("problems.\(problem.rawValue).title")
        do {
            return try page("error", value, title: title, status: problem.status)
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
    fileprivate var members: [String: TemplateValue] {
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
