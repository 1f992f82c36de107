package import Forms
package import TemplateEngine

extension TemplateValue {
    /// The words as a tree: `{{words.check.title}}`.
    package init(_ words: Words) {
        var tree = TemplateValue.object([:])
        for (key, text) in words.texts {
            tree = tree.setting(key.split(separator: ".").map(String.init)[...], to: .text(text))
        }
        self = tree
    }

    private func setting(_ path: ArraySlice<String>, to value: TemplateValue) -> TemplateValue {
        guard let first = path.first else { return value }
        var members: [String: TemplateValue] = [:]
        if case .object(let existing) = self { members = existing }
        members[first] = (members[first] ?? .object([:])).setting(path.dropFirst(), to: value)
        return .object(members)
    }

    /// The object with further members, which win over its own.
    package func merging(_ other: [String: TemplateValue]) -> TemplateValue {
        guard case .object(let members) = self else { return .object(other) }
        return .object(members.merging(other) { _, new in new })
    }
}
