import Foundation

/// A form as a page says it: where it posts, and the controls that a person sees.
package struct HTMLForm: Sendable {
    package struct Control: Sendable {
        package enum Shape: Sendable, Equatable {
            case hidden, text, radio, checkbox
        }

        package let name: String
        package let shape: Shape
        /// The value as served: what is typed so far, or what a choice stands for.
        package let value: String
        package let isChecked: Bool
        package let attributes: [String: String]
    }

    package let action: String
    package let method: String
    /// The names in `data-form` and `data-step`.
    package let form: String
    package let step: String
    package let controls: [Control]

    init(_ tag: HTMLPage.Tag, controls tags: [HTMLPage.Tag]) {
        action = tag["action"] ?? ""
        method = tag["method"] ?? ""
        form = tag["data-form"] ?? ""
        step = tag["data-step"] ?? ""
        controls = tags.compactMap { tag in
            guard !tag.isEnd, let name = tag["name"], tag.name == "input" || tag.name == "textarea" else { return nil }
            // A control that a keyboard cannot reach is not for people.
            guard tag["tabindex"] != "-1" else { return nil }
            let shape: Control.Shape =
                switch tag["type"] {
                case "hidden": .hidden
                case "radio": .radio
                case "checkbox": .checkbox
                default: .text
                }
            // A line break right after the tag is not part of the text (HTML, section 13.1.2.5).
            let text = tag.text.hasPrefix("\n") ? String(tag.text.dropFirst()) : tag.text
            let value = tag.name == "textarea" ? text : tag["value"] ?? ""
            return Control(
                name: name, shape: shape, value: value, isChecked: tag["checked"] != nil, attributes: tag.attributes)
        }
    }

    /// The fields that a browser would post: what was given, or else something that fits the control. Of radios it
    /// takes the last, of checkboxes the first.
    package func fields(_ answers: [String: String] = [:]) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for control in controls {
            let given = answers[control.name]
            switch control.shape {
            case .hidden: fields.append((control.name, control.value))
            case .text: fields.append((control.name, given ?? Self.something(for: control)))
            case .radio:
                let last = controls.last { $0.name == control.name }?.value
                if control.value == given ?? last { fields.append((control.name, control.value)) }
            case .checkbox:
                let first = controls.first { $0.name == control.name }?.value
                if control.value == given ?? first { fields.append((control.name, control.value)) }
            }
        }
        return fields
    }

    /// The fields as they stand in the page.
    package var served: [String: [String]] {
        let standing = controls.filter { $0.shape == .text || $0.shape == .hidden || $0.isChecked }
        return Dictionary(grouping: standing, by: \.name).mapValues { $0.map(\.value) }
    }

    package func encoded(_ answers: [String: String] = [:]) -> String {
        fields(answers).map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    package static func encoded(_ text: String) -> String {
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._*")
        return text.addingPercentEncoding(withAllowedCharacters: allowed)?.replacingOccurrences(of: "%20", with: "+")
            ?? ""
    }

    private static func something(for control: Control) -> String {
        switch (control.attributes["type"], control.attributes["autocomplete"], control.name.split(separator: ".").last)
        {
        case ("email", _, _): "casey@example.com"
        case ("tel", _, _): "01632 960 001"
        case (_, "postal-code", _): "NP20 4DA"
        case (_, _, "day"): "2"
        case (_, _, "month"): "3"
        case (_, _, "year"): "2024"
        default: "Answer to \(control.name)"
        }
    }
}
