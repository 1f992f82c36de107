extension Template {
    /// Every dotted name that the template asks for, wherever it stands.
    package var names: Set<String> {
        var names: Set<String> = []
        for operation in operations {
            switch operation {
            case .variable(let name, _), .section(let name, _), .inverted(let name, _):
                if !name.parts.isEmpty { names.insert(name.description) }
            case .literal, .partial, .parent, .block: break
            }
        }
        return names
    }

    /// The templates that the template includes or extends.
    package var includes: Set<String> {
        var includes: Set<String> = []
        for operation in operations {
            switch operation {
            case .partial(let name, _), .parent(let name, _, _): includes.insert(name)
            case .literal, .variable, .section, .inverted, .block: break
            }
        }
        return includes
    }
}

extension TemplateSet {
    /// Every dotted name that any template asks for.
    package var allNames: Set<String> {
        templates.values.reduce(into: []) { $0.formUnion($1.names) }
    }

    /// The templates that drawing some of them can come to, those among them.
    package func reachable(from roots: some Sequence<String>) -> Set<String> {
        var reached: Set<String> = []
        var open = Array(roots)
        while let name = open.popLast() {
            guard let template = templates[name], reached.insert(name).inserted else { continue }
            open += template.includes
        }
        return reached
    }
}
