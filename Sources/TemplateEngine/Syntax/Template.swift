import Diagnostics

/// A template, compiled: the literal bytes of its source and the operations that write them and the values between.
package struct Template: Sendable {
    /// One step of rendering. Ranges of operations nest; `end` is the index after the last operation inside.
    enum Operation: Sendable {
        case literal(Range<Int>)
        /// Writes a value: text escaped, or HTML as it is.
        case variable(Name, asHTML: Bool)
        /// Draws what is inside once for a truthy value or once for each item of a list.
        case section(Name, end: Int)
        /// Draws what is inside for a falsy value.
        case inverted(Name, end: Int)
        case partial(String, SourceLocation)
        /// Draws another template, with blocks of it replaced by those inside.
        case parent(String, SourceLocation, end: Int)
        /// What is inside stands unless a child replaces it.
        case block(String, SourceLocation, end: Int)
    }

    /// A dotted name and where it stands. No parts mean the current item (`.`).
    struct Name: Sendable {
        let parts: [String]
        let location: SourceLocation
    }

    package let name: String
    let source: [UInt8]
    let operations: [Operation]

    /// Compiles a template in the syntax of Mustache 1.4 (https://mustache.github.io/spec): interpolation, sections,
    /// inverted sections, partials, comments, delimiters and inheritance; no lambdas, no dynamic names. Partials and
    /// blocks are not indented, and a tag stands alone on its line only where nothing else does.
    ///
    /// - Parameters:
    ///   - name: What partials and parents call it.
    ///   - file: The path that faults name.
    ///   - source: UTF-8.
    /// - Throws: `TemplateError` at the first fault of the syntax.
    package init(name: String, file: String, source: [UInt8]) throws(TemplateError) {
        self.name = name
        self.source = source
        var parser = TemplateParser(file: file, source: source)
        operations = try parser.parse()
    }
}
