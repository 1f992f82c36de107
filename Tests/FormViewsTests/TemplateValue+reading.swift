import TemplateEngine

/// A name that a value does not have: the templates, which are strict, would refuse it too.
struct NoSuchName: Error {
    let path: String
}

extension TemplateValue {
    /// What stands at a path such as `errors.items.0.target`; the empty path is the value itself.
    func at(_ path: String) throws -> TemplateValue {
        var value = self
        for name in path.split(separator: ".") {
            switch value {
            case .object(let members):
                guard let member = members[String(name)] else { throw NoSuchName(path: path) }
                value = member
            case .list(let items):
                guard let index = Int(name), items.indices.contains(index) else { throw NoSuchName(path: path) }
                value = items[index]
            default:
                throw NoSuchName(path: path)
            }
        }
        return value
    }

    /// The text at a path; nil where something else stands there.
    func text(_ path: String) throws -> String? {
        if case .text(let text) = try at(path) { text } else { nil }
    }

    func flag(_ path: String) throws -> Bool? {
        if case .flag(let flag) = try at(path) { flag } else { nil }
    }

    func isNull(_ path: String) throws -> Bool {
        if case .null = try at(path) { true } else { false }
    }

    /// The items of the list at a path; nil where there is no list.
    func items(_ path: String) throws -> [TemplateValue]? {
        if case .list(let items) = try at(path) { items } else { nil }
    }

    /// The texts at a path below each item of a list.
    func texts(_ path: String, each member: String) throws -> [String?] {
        try items(path)?.map { try $0.text(member) } ?? []
    }
}
