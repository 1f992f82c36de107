import FastCGI

/// Sends the body of a POST back while it is still coming in.
@Sendable func echo(_ request: Request) async -> Response {
    guard request.first("REQUEST_METHOD") == "POST" else {
        return Response(status: 405, headers: [("Allow", "POST")])
    }
    return Response(status: 200, headers: [("Content-Type", "application/octet-stream")]) { writer in
        for try await bytes in request.body { try await writer.write(bytes) }
    }
}

/// Serves until the task is cancelled.
func serveEchoes(on address: Address) async throws {
    var limits = Limits()
    limits.body = 500 << 20
    let server = try await Server.listen(on: address, limits: limits)
    try await server.run(echo)
}
