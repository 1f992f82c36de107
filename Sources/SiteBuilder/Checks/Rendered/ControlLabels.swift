/// The controls of a piece of HTML, and what labels them.
struct ControlLabels {
    private struct Control {
        let id: String?
        /// What an author knows it by.
        let name: String
    }

    private var depth = 0
    private var labelled: Set<String> = []
    private var controls: [Control] = []

    /// The controls that nothing labels, in order: a label for their id, a label around them, or `aria-label` or
    /// `aria-labelledby`.
    var unlabelled: [String] {
        controls.filter { $0.id.map { !labelled.contains($0) } ?? true }.map(\.name)
    }

    /// Begins a label.
    mutating func start(_ label: HTMLTag) {
        depth += 1
        if let id = label["for"] { labelled.insert(id) }
    }

    /// Ends a label.
    mutating func end() {
        depth = max(0, depth - 1)
    }

    /// Adds an `input`, `select` or `textarea`.
    mutating func add(_ control: HTMLTag) {
        guard depth == 0, Self.needsLabel(control), !Self.labelsItself(control) else { return }
        let id = control["id"]
        controls.append(Control(id: id, name: id ?? control["name"] ?? control.name))
    }

    /// Nobody sees a hidden control, and a button says what it does.
    private static func needsLabel(_ control: HTMLTag) -> Bool {
        guard control.name == "input", let type = control["type"]?.lowercased() else { return true }
        return !["hidden", "submit", "button", "reset", "image"].contains(type)
    }

    private static func labelsItself(_ control: HTMLTag) -> Bool {
        ["aria-label", "aria-labelledby"].contains { name in
            control[name].map { !HTMLText.words($0).isEmpty } ?? false
        }
    }
}
