import Forms
import GRDB

/// One search in the site of one force.
struct Lookup: Sendable {
    let query: SearchQuery
    let force: ForceID
    let siteLanguage: Language
    /// The force's facts, by their numbers in the file.
    let facts: [Int: String]
    let limit: Int

    /// A page that was found.
    private struct Hit {
        let document: Int
        let language: Language
        let url: String
        /// FTS5's bm25: the lower, the better.
        let score: Double
    }

    /// The languages of the texts that a site may show.
    private var languages: [Language] {
        switch siteLanguage {
        case .english: [.english]
        case .welsh: [.welsh, .english]
        }
    }

    func results(from database: Database) throws -> SearchResults {
        for requirement in MatchExpression.Requirement.allCases {
            var hits = try languages.flatMap { try self.hits(in: $0, requiring: requirement, database) }
            guard !hits.isEmpty else { continue }
            hits.sort { ($0.score, $0.document) < ($1.score, $1.document) }
            let results = try hits.prefix(limit).compactMap { try draw($0, requiring: requirement, database) }
            return SearchResults(total: hits.count, results: results)
        }
        return SearchResults(total: 0, results: [])
    }

    /// A title weighs most; keywords are there to be searched; a description says what a page is about.
    private static let weights = "10.0, 8.0, 4.0, 1.0"

    private func hits(
        in language: Language, requiring requirement: MatchExpression.Requirement, _ database: Database
    ) throws -> [Hit] {
        let table = IndexSchema.table(of: language)
        // CROSS JOIN keeps the order of the tables: only what this force shows is scored.
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(table).rowid, place.url, bm25(\(table), \(Self.weights))
                FROM \(table) CROSS JOIN place ON place.document = \(table).rowid
                WHERE \(table) MATCH ? AND place.edition = (SELECT edition FROM site WHERE force = ?)
                    AND place.language = ?
                """)
        let expression = MatchExpression.text(of: query, in: language, requiring: requirement)
        let rows = try Row.fetchCursor(
            statement, arguments: [expression, force.rawValue, siteLanguage.rawValue])
        var hits: [Hit] = []
        while let row = try rows.next() {
            hits.append(
                Hit(
                    document: try row.decode(atIndex: 0), language: language, url: try row.decode(atIndex: 1),
                    score: try row.decode(atIndex: 2)))
        }
        return hits
    }

    /// How long an excerpt is, in words: two or three lines of a results page.
    private static let excerptLength = 30

    private func draw(
        _ hit: Hit, requiring requirement: MatchExpression.Requirement, _ database: Database
    ) throws -> SearchResult? {
        let table = IndexSchema.table(of: hit.language)
        let marks = MarkedText.marksInSQL
        let statement = try database.cachedStatement(
            sql: """
                SELECT highlight(\(table), 0, \(marks)),
                    snippet(\(table), 2, \(marks), '…', \(Self.excerptLength)),
                    snippet(\(table), 3, \(marks), '…', \(Self.excerptLength))
                FROM \(table) WHERE \(table) MATCH ? AND rowid = ?
                """)
        let expression = MatchExpression.text(of: query, in: hit.language, requiring: requirement)
        let row = try Row.fetchOne(statement, arguments: [expression, hit.document])
        guard let row else { return nil }
        let title = MarkedText(try row.decode(atIndex: 0))
        let description = MarkedText(try row.decode(atIndex: 1))
        let body = MarkedText(try row.decode(atIndex: 2))
        let excerpt = [description, body].first(where: \.hasMatch) ?? (description.isEmpty ? body : description)
        return SearchResult(
            title: title.fragments(facts), url: hit.url, language: hit.language, excerpt: excerpt.fragments(facts))
    }
}
