package import Forms

extension PagePath {
    /// Paths that the web server, the assets or another language need for themselves.
    package static let reservedRoots: Set<String> = ["forms", "search", "cy", "assets"]

    /// The URL of a page whose path in that language this is: without an extension, Welsh below `/cy`.
    package func url(in language: Language) -> String {
        switch language {
        case .english: description
        case .welsh: "/cy\(description)"
        }
    }

    /// The file of that page below the web root: flat, but `index.html` for the front of a section.
    package func file(in language: Language, isFront: Bool) -> String {
        let prefix = language == .english ? [] : [language.rawValue]
        let parts = prefix + components
        return isFront ? (parts + ["index.html"]).joined(separator: "/") : parts.joined(separator: "/") + ".html"
    }
}
