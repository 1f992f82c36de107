import Diagnostics
import TemplateEngine

/// What `soh serve` adds to pages, and nothing else does: the script that loads them anew, and the faults of the last
/// build on top.
enum PreviewPage {
    /// What every address of these begins with. No page of a site can have it.
    static let prefix = "/_soh/"

    static let script = """
        {
            const since = new URL(document.currentScript.src).searchParams.get("since");
            new EventSource("/_soh/events?since=" + since).onmessage = () => location.reload();
        }

        """

    static let stylesheet = """
        .soh-faults { position: sticky; top: 0; z-index: 9; max-height: 60vh; overflow: auto; padding: 1rem 1.5rem; background: #2b0d12; color: #fff; border-bottom: 6px solid #ff6b81; }
        .soh-faults h2 { margin: 0 0 .5rem; font: 700 1.1rem system-ui, sans-serif; }
        .soh-faults pre { margin: 0; overflow-x: auto; font: .9rem/1.5 ui-monospace, monospace; white-space: pre; }

        """

    /// Adds to a page what the author needs.
    static func adding(to page: [UInt8], generation: Int, faults: String?) -> [UInt8] {
        let script = Array("<script src=\"\(prefix)reload.js?since=\(generation)\"></script>\n".utf8)
        var result = page
        if let end = result.lastRange(of: Array("</body>".utf8)) {
            result.insert(contentsOf: script, at: end)
        } else {
            result += script
        }
        guard let faults, let start = result.endOfTag(named: "<body") else { return result }
        var panel = Array("\n<link rel=\"stylesheet\" href=\"\(prefix)serve.css\">\n".utf8)
        panel += Array("<section class=\"soh-faults\" lang=\"en\">\n<h2>The last build failed</h2>\n<pre>".utf8)
        HTML.escape(faults, into: &panel)
        panel += Array("</pre>\n</section>\n".utf8)
        result.insert(contentsOf: panel, at: start)
        return result
    }
}

extension [UInt8] {
    /// Where the last occurrence of some bytes begins.
    fileprivate func lastRange(of needle: [UInt8]) -> Int? {
        guard count >= needle.count else { return nil }
        return (0...(count - needle.count)).last { self[$0..<($0 + needle.count)].elementsEqual(needle) }
    }

    /// Where the first tag of that name ends.
    fileprivate func endOfTag(named name: String) -> Int? {
        let needle = [UInt8](name.utf8)
        guard count >= needle.count,
            let start = (0...(count - needle.count)).first(where: {
                self[$0..<($0 + needle.count)].elementsEqual(needle)
            }), let end = self[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return end + 1
    }
}
