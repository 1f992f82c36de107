import Foundation
import TestSupport

extension HTMLPage {
    /// A file that a step lists.
    struct ListedFile: Equatable {
        let name: String
        let size: String
        /// What its button takes out.
        let id: String
    }

    var files: [ListedFile] {
        let open = tags.filter { !$0.isEnd }
        return open.indices.dropFirst(2).compactMap { index in
            guard let id = removal(open[index]), open[index - 1]["class"] == "note" else { return nil }
            let name = open[index - 2].text.trimmingCharacters(in: .whitespacesAndNewlines)
            return ListedFile(name: name, size: open[index - 1].text, id: id)
        }
    }

    /// What the buttons of the page take out: files of a step, or items of a list.
    var removals: [String] { tags.filter { !$0.isEnd }.compactMap(removal) }

    private func removal(_ tag: Tag) -> String? {
        tag.name == "button" && tag["name"] == "_remove" ? tag["value"] : nil
    }
}
