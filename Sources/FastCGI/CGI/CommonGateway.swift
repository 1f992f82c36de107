import Glibc
import NIOCore

/// The Common Gateway Interface 1.1 (RFC 3875): one request for each process, for web servers that have nothing better.
/// The request comes in the environment and on standard input; the answer goes to standard output.
public enum CommonGateway {
    /// Whether a process was started to answer one request.
    public static func isRequested(by environment: [String: String]) -> Bool {
        environment["GATEWAY_INTERFACE"] != nil
    }

    /// Answers the request that the process was started for.
    ///
    /// - Parameters:
    ///   - environment: What the request says: its parameters, as FastCGI names them.
    ///   - input: The descriptor that the body comes on, standard input: as many bytes as `CONTENT_LENGTH` says (section 4.2).
    ///   - output: The descriptor that the answer goes to, standard output.
    /// - Returns: Whether all of the answer was written.
    public static func answer(
        environment: [String: String], input: Int32 = 0, output: Int32 = 1,
        limits: Limits = Limits(), with responder: Server.Responder
    ) async -> Bool {
        let parameters = environment.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        let body = InputBody(input, length: environment["CONTENT_LENGTH"].flatMap { Int($0) } ?? 0, limit: limits.body)
        let request = Request(
            parameters: parameters,
            body: Body { () async throws(Body.Failure) in
                try body.next()
            })
        let response = await responder(request)
        let writer = ResponseWriter { try write($0, to: output) }
        do {
            try await writer.write(response.document)
            try await response.stream?(writer)
            return true
        } catch {
            return false
        }
    }

    private static func write(_ bytes: ByteBuffer, to descriptor: Int32) throws(IOError) {
        var rest = bytes
        while rest.readableBytes > 0 {
            let count = rest.withUnsafeReadableBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw IOError(errnoCode: errno, reason: "write") }
            rest.moveReaderIndex(forwardBy: count)
        }
    }
}
