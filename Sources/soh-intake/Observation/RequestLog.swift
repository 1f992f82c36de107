import CaseStore
import Forms
import Intake
import Logging

/// Writes a line for each request, and has it counted. Of an anonymous form there is no line: a line has a time.
struct RequestLog: IntakeObserver {
    let logger: Logger
    let metrics: IntakeMetrics

    func answered(_ request: RequestRecord) {
        metrics.answered(request)
        guard !request.isAnonymous, request.route != .health else { return }
        logger.info("request", metadata: metadata(of: request))
    }

    private func metadata(of request: RequestRecord) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "request": "\(request.id)", "route": "\(request.route.rawValue)",
            "method": "\(request.isPost ? "POST" : "GET")", "status": "\(request.status)",
            "bytes": "\(request.bytes)",
            "milliseconds": "\(Int(request.duration / .milliseconds(1)))",
        ]
        if let force = request.force { metadata["force"] = "\(force)" }
        if let form = request.form { metadata["form"] = "\(form)" }
        return metadata
    }

    func accepted(_ form: FormID, for force: ForceID) { metrics.accepted(form, for: force) }

    func left(_ form: FormID, at step: StepID, by way: WayOut) { metrics.left(form, at: step, by: way) }
}
