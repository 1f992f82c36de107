import Diagnostics
import Forms
import Foundation
import SiteBuilder
import TestSupport

@testable import Intake

/// The bundle of the real content, built once for all tests: nothing changes it.
enum PublishedSites {
    private static let folder = "\(NSTemporaryDirectory())/soh-test-sites-\(getpid())"

    struct Failure: Error {
        let faults: String
    }

    static let shared = Result {
        atexit { try? FileManager.default.removeItem(atPath: PublishedSites.folder) }
        var options = SiteBuild.Options(asOf: .distantPast)
        options.content = "\(Program.root)/Content"
        options.templates = "\(Program.root)/Templates"
        options.output = "\(folder)/public"
        options.forces = ["gwent"]
        var report = DiagnosticReport()
        _ = try SiteBuild(options).run(publishing: true, &report)
        guard !report.hasErrors else { throw Failure(faults: report.text { _ in nil }) }
        return try LoadedBundle(current: "\(folder)/public/intake")
    }
}
