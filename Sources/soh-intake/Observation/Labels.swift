import Forms
import Intake
import Telemetry

// Labels hold ids of the content and names of ours, and nothing that somebody has typed.

struct RouteLabels: MetricLabels {
    static let names: [StaticString] = ["route"]
    let route: RequestRecord.Route
    var values: [String] { [route.rawValue] }
}

struct AnswerLabels: MetricLabels {
    static let names: [StaticString] = ["route", "status"]
    let route: RequestRecord.Route
    let status: Int
    var values: [String] { [route.rawValue, "\(status)"] }
}

struct ReportLabels: MetricLabels {
    static let names: [StaticString] = ["force", "form"]
    let force: ForceID
    let form: FormID
    var values: [String] { [force.rawValue, form.rawValue] }
}

struct ExitLabels: MetricLabels {
    static let names: [StaticString] = ["form", "step", "way"]
    let form: FormID
    let step: StepID
    let way: WayOut
    var values: [String] { [form.rawValue, step.rawValue, way.rawValue] }
}

struct ExpiryLabels: MetricLabels {
    static let names: [StaticString] = ["form", "pages"]
    let form: FormID
    let pages: Int
    var values: [String] { [form.rawValue, "\(pages)"] }
}
