import Diagnostics
import TemplateEngine

/// HTML that is put together from literals of ours and from text of anybody's, which is escaped where it is put in.
struct Markup: ExpressibleByStringInterpolation, Sendable {
    let html: String

    init(stringLiteral html: String) { self.html = html }

    init(stringInterpolation interpolation: Interpolation) { html = interpolation.html }

    /// Pieces one after the other.
    init(_ pieces: [Markup]) { html = pieces.map(\.html).joined() }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var html = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { html += literal }

        /// Text, also in a quoted attribute. What would turn its direction or end the document is made visible.
        mutating func appendInterpolation(_ text: String) {
            html += String(decoding: HTML(escaping: text.printable).bytes, as: UTF8.self)
        }

        mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

        mutating func appendInterpolation(_ pieces: [Markup]) { html += Markup(pieces).html }
    }
}
