public import NIOCore
public import NIOPosix
import Synchronization

/// The web server's half of FastCGI: sends requests to a responder and waits for the answers.
///
/// ```swift
/// let client = Client(to: .unix(path: "/run/app.sock"))
/// let response = try await client.send(Request(parameters: [("REQUEST_METHOD", "GET")]))
/// ```
///
/// Connections are kept and used again. Each carries one request at a time; requests that are sent at the same time
/// have connections of their own. They are closed when the client is let go.
public final class Client: Sendable {
    /// Why there is no answer.
    public enum Failure: Error, Hashable, Sendable {
        /// The responder closed the connection before the request had ended.
        case closed
        /// The request was refused.
        case refused(ProtocolStatus)
        /// What came is not a CGI response.
        case malformed
        /// The response is longer than the caller wants to hold.
        case tooLarge
        /// There was no answer in time.
        case timedOut
    }

    /// The longest response that is read whole unless told otherwise, in bytes.
    public static let responseLimit = 16 << 20

    /// How many connections are kept that nobody uses.
    private static let idleLinks = 16

    private let address: Address
    private let group: any EventLoopGroup
    private let timeout: Duration
    private let idle = Mutex<[Link]>([])

    /// - Parameters:
    ///   - address: Where the responder listens. Nobody listens on a descriptor of this process for it.
    ///   - timeout: How long to wait for an answer, from the connection to its last byte.
    public init(
        to address: Address, timeout: Duration = .seconds(60),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) {
        self.address = address
        self.timeout = timeout
        self.group = group
    }

    deinit {
        for link in idle.withLock({ $0 }) { link.close() }
    }

    /// Sends one request, and reads the whole answer. The body of the request is sent as it comes.
    ///
    /// - Parameter limit: The longest body of a response, in bytes.
    /// - Throws: `Failure`, `Body.Failure` where the body of the request breaks off, or an error of NIO where the
    ///   responder cannot be reached.
    public func send(_ request: Request, upTo limit: Int = responseLimit) async throws -> Response {
        try await send(request) { response in
            do throws(Body.Failure) {
                let body = try await response.body.collect(upTo: limit)
                return Response(status: response.status, headers: response.headers, body: body)
            } catch {
                throw error == .tooLarge ? Failure.tooLarge : Failure.closed
            }
        }
    }

    /// Sends one request, and hands the answer over as it comes, while the body of the request may still be on its way.
    ///
    /// - Parameter handle: Takes the answer. The connection is used again only if its body was read to the end.
    /// - Throws: As `send(_:upTo:)`, or what `handle` throws.
    public func send<Result: Sendable>(
        _ request: Request, _ handle: @escaping @Sendable (IncomingResponse) async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { tasks in
            tasks.addTask { try await self.attempt(request, handle) }
            tasks.addTask {
                try await Task.sleep(for: self.timeout)
                return nil
            }
            defer { tasks.cancelAll() }
            guard let result = try await tasks.next() ?? nil else { throw Failure.timedOut }
            return result
        }
    }

    /// Tries a connection that is there, and then one of its own.
    private func attempt<Result: Sendable>(
        _ request: Request, _ handle: @escaping @Sendable (IncomingResponse) async throws -> Result
    ) async throws -> Result {
        if let link = idle.withLock({ $0.popLast() }) {
            do {
                return try await use(link, for: request, handle)
            } catch Failure.closed where !link.hasAnswered && request.canBeRepeated {
                // The responder had let go of it before the request came.
            }
        }
        return try await use(try await Link.connect(to: address, group: group), for: request, handle)
    }

    private func use<Result: Sendable>(
        _ link: Link, for request: Request,
        _ handle: @escaping @Sendable (IncomingResponse) async throws -> Result
    ) async throws -> Result {
        do {
            let exchange = Exchange(link)
            let result = try await exchange.carry(request, handle)
            if exchange.isComplete { keep(link) } else { link.close() }
            return result
        } catch {
            link.close()
            throw error
        }
    }

    private func keep(_ link: Link) {
        let isKept = idle.withLock { links in
            links.removeAll { !$0.isOpen }
            guard link.isOpen, links.count < Self.idleLinks else { return false }
            links.append(link)
            return true
        }
        if !isKept { link.close() }
    }
}

extension Request {
    /// Whether sending it twice does no harm (RFC 9110, section 9.2.1): it asks, and has no body that would be gone.
    fileprivate var canBeRepeated: Bool {
        ["GET", "HEAD"].contains(first("REQUEST_METHOD"))
    }
}
