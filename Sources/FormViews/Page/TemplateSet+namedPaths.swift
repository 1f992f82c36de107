package import TemplateEngine

extension TemplateSet {
    /// The pages that templates name as `urls.…`, by their paths without the first slash.
    package var namedPaths: Set<String> {
        Set(allNames.compactMap { $0.hasPrefix("urls.") ? String($0.dropFirst("urls.".count)) : nil })
    }
}
