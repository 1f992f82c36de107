/// How much there is of everything in the store of a force.
package struct StoreCounts: Sendable, Hashable {
    package var cases = 0
    package var submissions = 0
    package var events = 0
    package var definitions = 0
    /// The files of cases, and their bytes.
    package var files = 0
    package var bytes = 0
}
