/// A row of the report.
struct Row {
    let name: String
    let bytesPerSecond: Double
    var requestsPerSecond: Double?
    /// What others make of the same bytes.
    var peer: (name: String, bytesPerSecond: Double)?
    /// What the work came to. It is told, so that no compiler leaves the work out.
    let checksum: Int

    /// One line of JSON. No name of ours has anything to escape.
    var json: String {
        var members = ["\"row\": \"\(name)\"", "\"bytes_per_second\": \(Int(bytesPerSecond))"]
        if let requestsPerSecond { members.append("\"requests_per_second\": \(Int(requestsPerSecond))") }
        if let peer {
            members.append("\"peer\": \"\(peer.name)\"")
            members.append("\"peer_bytes_per_second\": \(Int(peer.bytesPerSecond))")
        }
        return "{\(members.joined(separator: ", "))}"
    }
}
