import Foundation

/// A form as a page says it: where it posts, and the controls that a person sees.
package struct HTMLForm: Sendable {
    package struct Control: Sendable {
        package enum Shape: Sendable, Equatable {
            case hidden, text, radio, checkbox, select, file
        }

        package let name: String
        package let shape: Shape
        /// The value as served: what is typed so far, or what a choice stands for.
        package let value: String
        package let isChecked: Bool
        package let attributes: [String: String]
        /// What a list that opens offers.
        package var options: [String] = []
    }

    package let action: String
    package let method: String
    /// Whether it is posted as `multipart/form-data`.
    package let isMultipart: Bool
    /// Whether it lists the items of a repeating group.
    package let isList: Bool
    /// The names in `data-form` and `data-step`.
    package let form: String
    package let step: String
    package let controls: [Control]

    init(_ tag: HTMLPage.Tag, controls tags: [HTMLPage.Tag]) {
        action = tag["action"] ?? ""
        method = tag["method"] ?? ""
        isMultipart = tag["enctype"] == "multipart/form-data"
        isList = tag["data-items"] != nil
        form = tag["data-form"] ?? ""
        step = tag["data-step"] ?? ""
        var controls: [Control] = []
        for tag in tags where !tag.isEnd {
            if tag.name == "option", controls.last?.shape == .select, let value = tag["value"] {
                if !value.isEmpty { controls[controls.count - 1].options.append(value) }
            } else if let control = Self.control(tag) {
                controls.append(control)
            }
        }
        self.controls = controls
    }

    private static func control(_ tag: HTMLPage.Tag) -> Control? {
        // A control that a keyboard cannot reach is not for people.
        guard let name = tag["name"], ["input", "textarea", "select"].contains(tag.name), tag["tabindex"] != "-1" else {
            return nil
        }
        let shape: Control.Shape =
            switch (tag.name, tag["type"]) {
            case ("select", _): .select
            case (_, "hidden"): .hidden
            case (_, "radio"): .radio
            case (_, "checkbox"): .checkbox
            case (_, "file"): .file
            default: .text
            }
        // A line break right after the tag is not part of the text (HTML, section 13.1.2.5).
        let text = tag.text.hasPrefix("\n") ? String(tag.text.dropFirst()) : tag.text
        let value = tag.name == "textarea" ? text : tag["value"] ?? ""
        return Control(
            name: name, shape: shape, value: value, isChecked: tag["checked"] != nil, attributes: tag.attributes)
    }

    /// The fields that a browser would post: what was given, or else something that fits the control. Of radios it
    /// takes the last, of checkboxes the first. Files are apart.
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
            case .select: fields.append((control.name, given ?? control.options.last ?? ""))
            case .file: break
            }
        }
        return fields
    }

    /// The fields that a browser would post of somebody who types and chooses just this.
    package func fields(exactly page: [String: [String]]) -> [(name: String, value: String)] {
        controls.compactMap { control in
            let given = page[control.name] ?? []
            switch control.shape {
            case .hidden: return (control.name, control.value)
            case .text, .select: return (control.name, given.first ?? "")
            case .radio, .checkbox: return given.contains(control.value) ? (control.name, control.value) : nil
            case .file: return nil
            }
        }
    }

    /// The fields as they stand in the page.
    package var served: [String: [String]] {
        let standing = controls.filter { [.text, .hidden].contains($0.shape) || $0.isChecked }
        return Dictionary(grouping: standing, by: \.name).mapValues { $0.map(\.value) }
    }

    package func encoded(_ answers: [String: String] = [:]) -> String { Self.encoded(fields(answers)) }

    /// The body that a browser posts, and its type: with a file for each question of files, where there are any.
    package func body(_ fields: [(name: String, value: String)]) -> (bytes: [UInt8], type: String) {
        guard isMultipart else { return (Array(Self.encoded(fields).utf8), "application/x-www-form-urlencoded") }
        let files = controls.filter { $0.shape == .file }.map { control in
            (name: control.name, file: SampleFiles.file(accepted: control.attributes["accept"] ?? ""))
        }
        return Self.multipart(fields, files)
    }

    package static func multipart(
        _ fields: [(name: String, value: String)], _ files: [(name: String, file: SampleFiles.File)]
    ) -> (bytes: [UInt8], type: String) {
        let boundary = "----form-boundary-of-the-tests"
        var bytes: [UInt8] = []
        for (name, value) in fields {
            bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for (name, file) in files {
            let filename = file.name.replacingOccurrences(of: "\"", with: "%22")
            let disposition = "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(filename)\""
            bytes += Array("--\(boundary)\r\n\(disposition)\r\nContent-Type: \(file.type)\r\n\r\n".utf8)
            bytes += file.bytes + Array("\r\n".utf8)
        }
        return (bytes + Array("--\(boundary)--\r\n".utf8), "multipart/form-data; boundary=\(boundary)")
    }

    package static func encoded(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    package static func encoded(_ text: String) -> String {
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._*")
        return text.addingPercentEncoding(withAllowedCharacters: allowed)?.replacingOccurrences(of: "%20", with: "+")
            ?? ""
    }

    private static func something(for control: Control) -> String {
        let part = control.name.split(separator: ".").last?.split(separator: "-").last
        switch (control.attributes["type"], control.attributes["inputmode"], part) {
        case ("email", _, _): return "casey@example.com"
        case ("tel", _, _): return "01632 960 001"
        case (_, _, "postcode"): return "NP20 4DA"
        case (_, _, "latitude"), (_, _, "longitude"): return ""
        case (_, _, "day"): return "2"
        case (_, _, "month"): return "3"
        case (_, _, "year"): return "2024"
        case (_, "numeric", _), (_, "decimal", _): return "2"
        // A time of day as well as the number of a vehicle.
        case _ where control.attributes["class"] == "short": return "1030"
        default: return "Answer to \(control.name)"
        }
    }
}
