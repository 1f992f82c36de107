/// A file that is part of a report, and the question that it answers.
package struct SubmittedFile: Sendable, Hashable, Codable {
    package let place: EvidencePlace
    package let file: ReceivedFile

    package init(_ file: ReceivedFile, at place: EvidencePlace) {
        self.place = place
        self.file = file
    }
}
