package import Forms

extension Words {
    /// Words for a number of things: those of the key's form for that number in the language (Unicode CLDR plural
    /// rules). English has `one` and `other`; Welsh has `zero`, `one`, `two`, `few` (3), `many` (6) and `other`.
    ///
    /// - Parameter key: What the keys of the forms begin with; `other` is always there.
    package func plural(_ key: String, _ number: Int, _ arguments: [String: String] = [:]) -> String {
        let form =
            switch number {
            case 0: "zero"
            case 1: "one"
            case 2: "two"
            case 3: "few"
            case 6: "many"
            default: "other"
            }
        let own = "\(key).\(form)"
        let arguments = arguments.merging(["count": "\(number)"]) { _, new in new }
        return self(texts[own] == nil ? "\(key).other" : own, arguments)
    }
}
