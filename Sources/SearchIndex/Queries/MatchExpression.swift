import Forms

/// A query in the language of FTS5 (SQLite documentation, "Full-text Query Syntax").
///
/// Every term is a quoted string. As terms hold letters, digits and marks only, nothing in them can end the string.
enum MatchExpression {
    /// How many of the terms a text must have. The first that finds something counts.
    enum Requirement: CaseIterable {
        case all
        case any
    }

    /// - Parameter language: That of the texts that are asked.
    static func text(of query: SearchQuery, in language: Language, requiring requirement: Requirement) -> String {
        let groups = query.terms.map { term in
            "(" + alternatives(to: term, in: language).joined(separator: " OR ") + ")"
        }
        return switch requirement {
        case .all: groups.joined(separator: " AND ")
        case .any: groups.joined(separator: " OR ")
        }
    }

    private static func alternatives(to term: String, in language: Language) -> [String] {
        switch language {
        case .english: hasShortStem(term) ? [whole(term)] : wholeOrBeginning(term)
        case .welsh:
            wholeOrBeginning(term)
                + WelshMutation.forms(of: term).map {
                    $0.count >= shortestMutatedBeginning ? beginning($0) : whole($0)
                }
        }
    }

    private static func whole(_ term: String) -> String { "\"\(term)\"" }

    private static func beginning(_ term: String) -> String { "\"\(term)\" *" }

    /// A word counts twice where it stands whole, so that it ranks above longer ones. One letter would be the beginning
    /// of something in every text.
    private static func wholeOrBeginning(_ term: String) -> [String] {
        term.count == 1 ? [whole(term)] : [whole(term), beginning(term)]
    }

    /// From how many letters on a mutated word stands for longer ones too. Shorter ones begin too many other words:
    /// "tog" may be "dog" in Welsh, and is in "together".
    private static let shortestMutatedBeginning = 5

    /// Whether Porter's stemmer leaves so little of a word that it begins too many others: "died" is "di" to it, and so
    /// would be found in "different".
    private static func hasShortStem(_ term: String) -> Bool {
        term.count <= 5 && ["ed", "es", "ing"].contains(where: term.hasSuffix)
    }
}
