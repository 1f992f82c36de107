import Glibc

/// Assets of earlier builds that stay for a while, so that nobody reads a page whose stylesheet is gone.
enum RetainedAssets {
    /// How many earlier versions of each asset stay.
    static let versions = 2

    /// Those of the files that are the newest earlier versions of an asset.
    static func paths(among files: [String], below folder: String) throws(MachineFault) -> Set<String> {
        var byAsset: [String: [(path: String, modified: Int)]] = [:]
        for path in files where path.hasPrefix("assets/") {
            var status = stat()
            guard lstat("\(folder)/\(path)", &status) == 0 else { throw MachineFault("read", "\(folder)/\(path)") }
            // `assets/site.0123456789ab.css` is a version of `assets/site.css`.
            let parts = path.split(separator: ".", omittingEmptySubsequences: false)
            let asset = (parts.dropLast(2) + parts.suffix(1)).joined(separator: ".")
            byAsset[asset, default: []].append((path, status.st_mtim.tv_sec))
        }
        return Set(
            byAsset.values.flatMap { found in
                found.sorted { ($0.modified, $0.path) > ($1.modified, $1.path) }.prefix(versions).map(\.path)
            })
    }
}
