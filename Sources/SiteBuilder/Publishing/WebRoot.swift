import ContentLoader
import FormViews
import Forms
import SiteModel
import TemplateEngine

/// The files of the web roots of one edition, in the order of their paths: the same for all its forces, but for what
/// their bytes say of the force.
struct WebRootPlan: Sendable {
    enum Source: Sendable {
        /// A page, stamped into the shell of the force in a language.
        case page(DrawnPage, Language)
        /// A file that is the same for all.
        case file(PublishedFiles.File)
        /// A file for machines, by its place among those of the force.
        case machine(Int)
    }

    struct Entry: Sendable {
        let path: String
        let source: Source
        /// Whether the file is the compressed one beside another.
        let isCompressed: Bool
    }

    let entries: [Entry]
    /// Every folder that there is an entry in, with a slash at its end; the web root is the empty one.
    let folders: [String]

    /// - Parameters:
    ///   - machines: The files for machines of any of the forces.
    ///   - precompress: Whether a compressed file stands beside each that gets smaller.
    init(_ drawn: DrawnEdition, machines: [(path: String, bytes: [UInt8])], precompress: Bool) {
        var entries: [Entry] = []
        for language in drawn.edition.languages {
            for page in drawn.pages[language] ?? [] {
                guard let file = drawn.edition.file(of: page.source, in: language) else { continue }
                entries.append(Entry(path: file, source: .page(page.drawn, language), isCompressed: false))
            }
            for (file, page) in drawn.problems[language] ?? [] {
                entries.append(Entry(path: file, source: .page(page, language), isCompressed: false))
            }
        }
        entries += drawn.linkedFiles.map { Entry(path: $0.path, source: .file($0), isCompressed: false) }
        for (number, machine) in machines.enumerated() {
            entries.append(Entry(path: machine.path, source: .machine(number), isCompressed: false))
        }
        if precompress {
            let worthwhile = entries.filter { entry in
                switch entry.source {
                case .page: Gzip.helps(entry.path, size: nil)
                case .file(let file): Gzip.helps(entry.path, size: file.bytes.count)
                case .machine(let number): Gzip.helps(entry.path, size: machines[number].bytes.count)
                }
            }
            entries += worthwhile.map { Entry(path: "\($0.path).gz", source: $0.source, isCompressed: true) }
        }
        self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var folders: Set<String> = [""]
        for entry in entries {
            if let slash = entry.path.lastIndex(of: "/") { folders.insert(String(entry.path[...slash])) }
        }
        self.folders = folders.sorted()
    }
}

/// The web root of one force: its files, made only where they have to be.
struct WebRoot: Sendable {
    let folder: String
    let plan: WebRootPlan
    private let stamps: [Language: Stamp]
    private let machines: [(bytes: [UInt8], fingerprint: Fingerprint)]

    /// What pages of one language are stamped with.
    private struct Stamp: Sendable {
        let shell: Stencil
        let gaps: [String: HTML]
        /// The digest of both.
        let fingerprint: Fingerprint
    }

    init(_ force: Force, of drawn: DrawnEdition, plan: WebRootPlan, machines: [(path: String, bytes: [UInt8])]) {
        folder = force.id.rawValue
        self.plan = plan
        self.machines = machines.map { ($0.bytes, Digest(of: $0.bytes).fingerprint) }
        var stamps: [Language: Stamp] = [:]
        for language in drawn.edition.languages {
            guard let shell = drawn.shells[.init(force: force.id, language: language)] else { continue }
            let gaps = SlotValues.gaps(of: force, in: language)
            var facts = shell.digest
            for (name, value) in gaps.sorted(by: { $0.key < $1.key }) {
                facts += Array(name.utf8) + [0] + value.bytes + [0]
            }
            stamps[language] = Stamp(shell: shell.stencil, gaps: gaps, fingerprint: Digest(of: facts).fingerprint)
        }
        self.stamps = stamps
    }

    /// Equal fingerprints mean equal bytes: it is that of everything that the bytes are made from.
    func fingerprint(of entry: WebRootPlan.Entry) -> Fingerprint {
        let own =
            switch entry.source {
            case .page(let page, let language): page.fingerprint.combined(with: stamps[language]?.fingerprint)
            case .file(let file): file.fingerprint
            case .machine(let number): machines[number].fingerprint
            }
        return entry.isCompressed ? own.combined(with: Self.compressed) : own
    }

    /// What sets the fingerprint of a compressed file apart.
    private static let compressed = Digest(of: Array("gzip".utf8)).fingerprint

    func bytes(of entry: WebRootPlan.Entry) -> [UInt8] {
        let bytes =
            switch entry.source {
            case .page(let page, let language): stamp(page, language)
            case .file(let file): file.bytes
            case .machine(let number): machines[number].bytes
            }
        return entry.isCompressed ? Gzip.compress(bytes) : bytes
    }

    private func stamp(_ page: DrawnPage, _ language: Language) -> [UInt8] {
        guard let stamp = stamps[language] else { return [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16_384)
        stamp.shell.fill(into: &bytes) { gap, output in
            guard let part = ShellGap(rawValue: gap).flatMap({ page.parts[$0] }) else { return }
            part.fill(into: &output) { gap, output in
                if let value = stamp.gaps[gap] { output.append(contentsOf: value.bytes) }
            }
        }
        return bytes
    }
}
