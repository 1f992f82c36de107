/// A response whose body is still on its way.
public struct IncomingResponse: Sendable {
    public let status: Int
    public let headers: [(name: String, value: String)]
    /// The body, as it comes. While nobody reads it the responder is made to wait.
    public let body: Body
}
