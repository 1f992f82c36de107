/// The shapes that the templates can draw a question in. Every question has all of these names, and exactly one of them
/// is not null.
package enum QuestionShape: String, CaseIterable, Sendable {
    case input, textarea, radios, checkboxes, select, date, range, fields, declaration, contact, file
}
