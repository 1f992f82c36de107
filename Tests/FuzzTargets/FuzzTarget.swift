/// An entry point of ours that reads what strangers or authors wrote, and what must hold for whatever bytes it is
/// given.
package struct FuzzTarget: Sendable {
    /// The name of its folders of cases and of its dictionary.
    package let name: String
    /// Feeds bytes to the entry point. A property that does not hold ends the process, which is what a fuzzer sees.
    package let run: @Sendable (_ bytes: [UInt8]) -> Void

    init(_ name: String, _ run: @escaping @Sendable (_ bytes: [UInt8]) -> Void) {
        self.name = name
        self.run = run
    }

    package static let all: [FuzzTarget] = [
        records, pairs, multipart, urlencoded, cookie, storage, answers, frontmatter, template, markdown,
    ]
}
