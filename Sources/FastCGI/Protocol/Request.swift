/// A request as the web server passed it on.
public struct Request: Sendable {
    /// The parameters, in their order, a name as often as it came.
    public let parameters: [(name: String, value: String)]
    public let body: Body

    public init(parameters: [(name: String, value: String)], body: Body) {
        self.parameters = parameters
        self.body = body
    }

    /// A request whose body is there already.
    public init(parameters: [(name: String, value: String)], body: [UInt8] = []) {
        self.init(parameters: parameters, body: Body(body))
    }

    /// The values of a parameter: none, one, or more where the web server or its peer repeated it.
    public func values(of name: String) -> [String] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    /// The first value of a parameter; nil where there is none.
    public func first(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }
}
