import Forms
import Foundation

@testable import SearchIndex

/// A small site of both languages, and the file of its index.
enum SampleFile {
    private static let phone = FactMark.text(of: "phone")

    static let pages = [
        SamplePage("/theft/", "Theft", keywords: ["stealing"], body: "Call \(phone)."),
        SamplePage("/theft/", "Theft", keywords: ["stealing"], body: "Call \(phone).", force: "kent"),
        SamplePage("/contact/", "Contact \(FactMark.text(of: "force.name"))", description: "How to reach us"),
        SamplePage("/cy/lladrad/", "Lladrad", body: "Riportio lladrad.", language: .welsh),
        SamplePage("/cy/contact/", "Contact", language: .english, site: .welsh),
        SamplePage("/a/", "Once"), SamplePage("/b/", "Twice"),
    ]

    /// Writes the index of some pages, and returns its path.
    static func write(_ pages: [SamplePage], in folder: String, _ name: String = "search.sqlite") throws -> String {
        let path = "\(folder)/\(name)"
        try SearchIndexWriter(pages).write(to: path)
        return path
    }

    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }
}
