import CaseStore
import Forms
import Testing

@testable import Intake

/// A form for Gwent that one browser fills in.
struct Filing: Sendable {
    typealias Fields = [(name: String, value: String)]
    typealias Reply = SampleIntake.Reply

    let intake: SampleIntake
    let force: ForceID
    let definition: FormDefinition
    let stored: StoredDefinition
    /// What the browser's cookie holds.
    let key: DraftKey

    /// Runs a test with a form that nobody has begun, over a store that takes files on any disk.
    static func with(_ form: String, _ body: (Filing) async throws -> Void) async throws {
        try await SampleIntake.with { intake in
            try await body(try Filing(form, in: try intake.reopened(floor: 0)))
        }
    }

    var form: FormID { definition.id }
    var root: String { "/forms/\(form)" }
    var cookie: Fields { [("HTTP_COOKIE", "soh=\(key.cookie)")] }
    /// What every page of the form posts besides the answers.
    var hidden: Fields { [("_definition", stored.digest), ("website", "")] }

    /// Asks for a page.
    ///
    /// - Parameters:
    ///   - place: What follows the form in the address, such as `check` or `items/1-abcdefgh?change=1`.
    ///   - headers: Nil for the cookie alone. The same holds for the functions that follow.
    func get(_ place: String, with headers: Fields? = nil) async -> Reply {
        await intake.send("GET", "\(root)/\(place)", headers ?? cookie)
    }

    /// Posts a page that asks for no files.
    func post(_ place: String, _ fields: Fields, with headers: Fields? = nil) async -> Reply {
        let body = SampleIntake.encoded(hidden + fields)
        return await intake.send("POST", "\(root)/\(place)", body: body, headers ?? cookie)
    }

    /// Posts a page that asks for files.
    ///
    /// - Parameter files: Parts, as `MultipartText` writes them.
    func upload(
        _ place: String, _ fields: Fields, _ files: [String] = [], with headers: Fields? = nil
    ) async -> Reply {
        let body = MultipartText.body(MultipartText.parts(hidden + fields) + files)
        return await post(place, multipart: body, with: headers)
    }

    /// Posts a body of parts as it is.
    func post(_ place: String, multipart body: String, with headers: Fields? = nil) async -> Reply {
        let changes: Fields = (headers ?? cookie) + [("CONTENT_TYPE", MultipartText.type)]
        return await intake.send("POST", "\(root)/\(place)", body: body, changes)
    }

    /// The place of the form that a reply leads to; nil where it leads elsewhere.
    func place(_ reply: Reply) -> String? {
        guard let location = reply.header("Location"), location.hasPrefix("\(root)/") else { return nil }
        return String(location.dropFirst(root.count + 1))
    }
}

extension Filing {
    init(_ form: String, in intake: SampleIntake) throws {
        let force = try #require(ForceID(rawValue: "gwent"))
        let digest = try #require(intake.definitions[form])
        let (definition, stored) = try #require(intake.service.bundle.definitions[digest])
        self.init(intake: intake, force: force, definition: definition, stored: stored, key: DraftKey())
    }
}
