import CaseStore
import Forms
import TestSupport
import Testing

@testable import Intake

/// The confirmation as a file to keep.
@Suite struct ReceiptTests {
    @Test func aReceiptIsATextThatTellsNothingButTheReference() async throws {
        try await Filing.with("burglary") { filing in
            try await filing.fill()
            let record = try await filing.sendReport()
            let done = await filing.get("done/\(record.reference)")
            let link = try #require(done.html.tags.first { $0["download"] != nil }?["href"])
            #expect(link == "/forms/burglary/done/\(record.reference).txt")
            let receipt = await filing.intake.send("GET", link)
            #expect(receipt.status == 200)
            #expect(receipt.header("Content-Type") == "text/plain; charset=utf-8")
            #expect(receipt.header("Content-Disposition") == "attachment; filename=\"\(record.reference).txt\"")
            #expect(receipt.header("Cache-Control") == "no-store")
            let text = receipt.html.source
            #expect(text.hasPrefix("Gwent Police\nReport a burglary\n\n"))
            #expect(text.contains("Your reference: \(record.reference)\n"))
            #expect(text.contains("No police force has received"), "a demonstration says so")
        }
    }

    @Test func aSensitiveFormLeavesNoFileBehind() async throws {
        try await Filing.with("domestic-abuse") { filing in
            try await filing.fill()
            let record = try await filing.sendReport()
            let done = await filing.get("done/\(record.reference)")
            #expect(done.status == 200 && done.html.tags.allSatisfy { $0["download"] == nil })
            #expect(await filing.get("done/\(record.reference).txt").status == 404)
        }
    }

    @Test(arguments: [".txt", "GWE-BUR-0000-0000-0000-0.txt", "x.txt", "GWE-BUR-0000-0000-0000-0.txt.txt"])
    func thereIsNoReceiptOfWhatWasNeverSent(name: String) async throws {
        try await Filing.with("burglary") { filing in
            #expect(await filing.get("done/\(name)").status == 404)
        }
    }
}
