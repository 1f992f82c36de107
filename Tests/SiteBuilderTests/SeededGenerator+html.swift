import TestSupport

extension SeededGenerator {
    /// A page with up to eight changes, or else up to 60 pieces of HTML and any bytes: nothing that a template of ours
    /// would write.
    mutating func html() -> [UInt8] {
        Bool.random(using: &self) ? mutatedPage() : pieces()
    }

    private mutating func mutatedPage() -> [UInt8] {
        var html = Array(
            """
            <!DOCTYPE html><html lang="en"><head><title>\0title\0</title><style>p{}</style></head><body>
            <!-- a --><main id="main"><h1>A &amp; <em>b</em></h1><p class='x'>c<br/><a href=/d?e=f#g>h</a></p>
            <label for="i">j</label><input id="i" name=i disabled><textarea name="k"></p></textarea></main></body></html>
            """.utf8)
        for _ in 0..<Int.random(in: 1...8, using: &self) {
            let index = Int.random(in: 0..<html.count, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0: html[index] = UInt8.random(in: .min ... .max, using: &self)
            case 1: html.remove(at: index)
            case 2: html.insert(Array("<>\"'/=!-\0&".utf8).randomElement(using: &self) ?? 0, at: index)
            default: html.removeSubrange(index..<min(html.count, index + 20))
            }
        }
        return html
    }

    private mutating func pieces() -> [UInt8] {
        let pieces = [
            "<", ">", "</", "/>", "\"", "'", "=", " ", "!--", "-->", "a", "<a href=", "<h2>", "</h2>", "<title>",
            "</title", "<script", "</script>", "<label", "<input ", "<svg>", "<main>", "</main>", "\0", "&amp;", "&",
            "é", "id=x ", "on=", "javascript:",
        ]
        var html: [UInt8] = []
        for _ in 0..<Int.random(in: 0...60, using: &self) {
            if Int.random(in: 0..<8, using: &self) == 0 {
                html.append(UInt8.random(in: .min ... .max, using: &self))
            } else {
                html += Array((pieces.randomElement(using: &self) ?? "").utf8)
            }
        }
        return html
    }
}
