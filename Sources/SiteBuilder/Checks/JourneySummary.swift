package import Forms

/// The ways through one form.
package struct JourneySummary: Sendable, Hashable {
    package let form: FormID
    /// The page that it begins on.
    package let page: PagePath
    package let paths: JourneyProof.Paths
}
