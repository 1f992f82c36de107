import Testing

@testable import Telemetry

@Suite struct ExpositionTests {
    private struct Labels: MetricLabels {
        static let names: [StaticString] = ["force", "form"]
        let force: String
        let form: String
        var values: [String] { [force, form] }
    }

    @Test func countsAreWrittenInOneOrder() {
        let family = CounterFamily<Labels>("soh_reports_total", "Reports, \\ by\nforce.")
        family.add(Labels(force: "kent", form: "theft"))
        family.add(Labels(force: "gwent", form: "a\"b\\c\nd"), 2)
        family.add(Labels(force: "kent", form: "theft"))
        var page = Exposition()
        family.write(to: &page)
        #expect(
            String(decoding: page.bytes, as: UTF8.self) == #"""
                # HELP soh_reports_total Reports, \\ by\nforce.
                # TYPE soh_reports_total counter
                soh_reports_total{force="gwent",form="a\"b\\c\nd"} 2
                soh_reports_total{force="kent",form="theft"} 2

                """#)
    }

    @Test func nobodyMakesAFamilyGrowWithoutBound() {
        let family = CounterFamily<Labels>("x_total", "X.", limit: 3)
        for number in 0..<100 { family.add(Labels(force: "\(number)", form: "f")) }
        family.add(Labels(force: "0", form: "f"))
        var page = Exposition()
        family.write(to: &page)
        let lines = String(decoding: page.bytes, as: UTF8.self).split(separator: "\n").dropFirst(2)
        #expect(lines.count == 4)
        #expect(lines.first == "x_total{force=\"0\",form=\"f\"} 2")
        #expect(lines.last == "x_total{force=\"other\",form=\"other\"} 97")
    }

    @Test func bucketsAddUp() {
        let family = HistogramFamily<NoLabels>("t_seconds", "T.", bounds: [0.1, 1, 10])
        for value in [0.05, 0.1, 0.5, 1, 2, 100] { family.observe(value) }
        var page = Exposition()
        family.write(to: &page)
        let lines = String(decoding: page.bytes, as: UTF8.self).split(separator: "\n").dropFirst(2)
        #expect(
            lines == [
                "t_seconds_bucket{le=\"0.1\"} 2", "t_seconds_bucket{le=\"1\"} 4", "t_seconds_bucket{le=\"10\"} 5",
                "t_seconds_bucket{le=\"+Inf\"} 6", "t_seconds_sum 103.65", "t_seconds_count 6",
            ])
    }

    @Test func countsFromManyThreadsAddUp() async {
        let family = CounterFamily<NoLabels>("n_total", "N.")
        let spread = HistogramFamily<NoLabels>("n_seconds", "N.", bounds: [1])
        await withDiscardingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1_000 {
                        family.add()
                        spread.observe(0.5)
                    }
                }
            }
        }
        var page = Exposition()
        family.write(to: &page)
        spread.write(to: &page)
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("\nn_total 8000\n") && text.contains("\nn_seconds_count 8000\n"))
    }

    @Test(
        arguments: [
            (0, "0"), (-1, "-1"), (1.5, "1.5"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"),
            (0.0005, "0.0005"), (1e300, "1e+300"), (12_345_678_901, "12345678901"),
        ] as [(Double, String)])
    func numbersAreWrittenAsPrometheusReadsThem(number: Double, text: String) {
        #expect(Exposition.text(of: number) == text)
    }
}
