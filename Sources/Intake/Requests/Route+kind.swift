extension Route.Place {
    /// What is told of it.
    var kind: RequestRecord.Route {
        switch self {
        case .page: .step
        case .check: .check
        case .done, .receipt: .done
        case .exit: .exit
        }
    }
}
