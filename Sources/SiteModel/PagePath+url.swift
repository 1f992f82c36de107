package import Forms

extension PagePath {
    /// Paths that the web server, the assets or another language need for themselves.
    package static let reservedRoots: Set<String> = ["forms", "search", "cy", "assets"]

    /// The URL of a page whose path in that language this is: without an extension, Welsh below `/cy`.
    package func url(in language: Language) -> String { "\(language.urlPrefix)\(description)" }
}

extension Language {
    /// What the URL of every page in the language begins with.
    package var urlPrefix: String { self == .english ? "" : "/\(rawValue)" }
}
