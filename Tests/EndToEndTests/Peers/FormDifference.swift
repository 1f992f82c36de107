/// A way in which a library may differ from our decoders, and the line of a standard that says why we do as we do.
struct FormDifference: Sendable {
    /// What the library does.
    let name: String
    let libraries: [FormLibrary]
    let rule: String
    private let holds: @Sendable (FormDisagreement) -> Bool

    init(
        _ name: String, by libraries: [FormLibrary], rule: String,
        where holds: @escaping @Sendable (FormDisagreement) -> Bool
    ) {
        self.name = name
        self.libraries = libraries
        self.rule = rule
        self.holds = holds
    }

    func explains(_ disagreement: FormDisagreement) -> Bool {
        libraries.contains(disagreement.library) && holds(disagreement)
    }

    /// The first that explains a disagreement counts.
    static let all = framing + heads + dispositions + names + contents + urlEncoded
}
