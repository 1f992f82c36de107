package import Diagnostics

/// A fault in a template, found when it was compiled or when it was rendered.
package struct TemplateError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        case unclosedTag = "unclosed-tag"
        case unclosedSection = "unclosed-section"
        case unexpectedClose = "unexpected-close"
        case malformedTag = "malformed-tag"
        case unknownName = "unknown-name"
        case unknownTemplate = "unknown-template"
        case notText = "not-text"
        case notHTML = "not-html"
        case tooDeep = "too-deep"
    }

    package let code: Code
    package let location: SourceLocation
    package let message: String
    package let remedy: String?

    init(_ code: Code, at location: SourceLocation, _ message: String, remedy: String? = nil) {
        self.code = code
        self.location = location
        self.message = message
        self.remedy = remedy
    }

    package var diagnostic: Diagnostic {
        Diagnostic(.error, code.rawValue, at: location, message, remedy: remedy)
    }
}
