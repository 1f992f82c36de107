@testable import FormData

extension FuzzTarget {
    /// A URL-encoded body. How it is cut changes nothing, each limit holds, the work is linear, and its fields can be
    /// written and read again.
    ///
    /// With option 1 the limits are so low that a short body reaches them.
    static let urlencoded = FuzzTarget("urlencoded") { bytes in
        let input = CutInput(bytes)
        var limits = URLEncodedLimits()
        if input.options & 1 != 0 {
            limits.bytes = 300
            limits.fields = 4
            limits.name = 8
            limits.value = 16
        }
        let whole = URLEncodedRun([input.body[...]], limits: limits)
        let cut = URLEncodedRun(input.pieces, limits: limits)
        precondition(cut.outcome == whole.outcome, "how a body is cut changes its fields")
        for run in [whole, cut] {
            precondition(run.scannedBytes <= 3 * input.body.count, "more work than three looks at each byte")
        }
        let fields = whole.outcome.fields
        precondition(fields.count <= limits.fields, "more fields than the limit")
        for field in fields {
            precondition(!field.name.isEmpty && field.name.count <= limits.name, "a name that is empty or too long")
            precondition(field.value.count <= limits.value, "a longer value than the limit")
            precondition(!field.name.contains(0) && !field.value.contains(0), "a field holds a NUL")
        }
        let length = fields.reduce(0) { $0 + $1.name.count + $1.value.count }
        precondition(length <= input.body.count, "longer fields than the body")
        if whole.outcome.refusal == nil {
            precondition(input.body.count <= limits.bytes, "a longer body than the limit was taken")
        }
        let again = URLEncodedRun([URLEncodedRun.encode(fields)[...]], limits: URLEncodedLimits())
        precondition(
            again.outcome == URLEncodedRun.Outcome(fields: fields), "fields do not read as they were written")
    }
}
