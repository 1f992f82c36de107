/// Assets of earlier builds that stay for a while, so that nobody reads a page whose stylesheet is gone.
enum RetainedAssets {
    /// How many earlier versions of each asset stay.
    static let versions = 2

    /// Those of the files that are the newest earlier versions of an asset.
    static func paths(among files: [String], below folder: String) -> Set<String> {
        var byAsset: [String: [(path: String, modified: Int)]] = [:]
        for path in files {
            guard let asset = asset(of: path), let status = FileSystem.status(of: "\(folder)/\(path)") else { continue }
            byAsset[asset, default: []].append((path, status.modified))
        }
        return Set(
            byAsset.values.flatMap { found in
                found.sorted { ($0.modified, $0.path) > ($1.modified, $1.path) }.prefix(versions).map(\.path)
            })
    }

    /// `assets/site.css` for its version `assets/site.0123456789ab.css`; a compressed file is an asset of its own. Nil
    /// for what is no version of an asset.
    static func asset(of path: String) -> String? {
        let suffix = path.hasSuffix(".gz") ? ".gz" : ""
        let parts = path.dropLast(suffix.count).split(separator: ".", omittingEmptySubsequences: false)
        guard path.hasPrefix("assets/"), parts.count >= 3, parts[parts.count - 2].count == PublishedFiles.digestLength,
            parts[parts.count - 2].allSatisfy(\.isHexDigit)
        else { return nil }
        return (parts.dropLast(2) + parts.suffix(1)).joined(separator: ".") + suffix
    }
}
