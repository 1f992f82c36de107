import CaseStore
import Forms
import Intake
import Telemetry

/// What the intake counts, and draws as a page for Prometheus.
struct IntakeMetrics: IntakeObserver, StoreObserver {
    private let requests = CounterFamily<AnswerLabels>(
        "soh_requests_total", "Requests that were answered, by what was asked for and the status of the answer.")
    private let seconds = HistogramFamily<RouteLabels>(
        "soh_request_seconds", "How long the answers took, uploads included.",
        bounds: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 60, 600])
    private let reports = CounterFamily<ReportLabels>(
        "soh_reports_accepted_total", "Reports that were acknowledged. One that is sent twice is counted twice.")
    private let exits = CounterFamily<ExitLabels>(
        "soh_form_exits_total", "How often a form was left at a step, by an answer that leads to advice or by the exit."
    )
    private let expired = CounterFamily<ExpiryLabels>(
        "soh_drafts_expired_total", "Drafts that nobody sent, by how many of their pages were answered.")
    private let commits = HistogramFamily<NoLabels>(
        "soh_commit_submissions", "How many writes shared one commit.", bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512])

    func answered(_ request: RequestRecord) {
        requests.add(AnswerLabels(route: request.route, status: request.status))
        seconds.observe(request.duration / .seconds(1), RouteLabels(route: request.route))
    }

    func accepted(_ form: FormID, for force: ForceID) { reports.add(ReportLabels(force: force, form: form)) }

    func left(_ form: FormID, at step: StepID, by way: WayOut) {
        exits.add(ExitLabels(form: form, step: step, way: way))
    }

    func committed(_ submissions: Int) { commits.observe(Double(submissions)) }

    func expired(_ form: FormID, after pages: Int) { expired.add(ExpiryLabels(form: form, pages: pages)) }

    /// Everything that was counted, and what is under way in a store.
    func page(of store: SQLiteCaseStore) async -> Exposition {
        var page = Exposition()
        requests.write(to: &page)
        seconds.write(to: &page)
        reports.write(to: &page)
        exits.write(to: &page)
        expired.write(to: &page)
        commits.write(to: &page)
        let figures = await store.figures()
        func gauge(_ name: StaticString, _ help: StaticString, _ value: (StoreFigures) -> Int) {
            page.gauge(name, help, "force", figures.map { ($0.force.rawValue, Double(value($0))) })
        }
        gauge("soh_drafts", "Drafts under way.") { $0.drafts }
        gauge("soh_spool_bytes", "Files on their way in and files of drafts.") { $0.spooled }
        gauge("soh_wal_bytes", "The write-ahead logs of the store.") { $0.logs }
        page.begin("soh_store_free_bytes", "What is free on the disk of the store.", .gauge)
        if let free = store.freeBytes { page.sample("soh_store_free_bytes", value: Double(free)) }
        return page
    }
}
