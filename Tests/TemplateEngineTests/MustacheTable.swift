import Testing

/// One behaviour of the template language, shown by a template and what it draws.
struct MustacheRow: Sendable, CustomTestStringConvertible {
    /// The parts of the Mustache specification 1.4 (https://mustache.github.io/spec). What it says about white space
    /// is a part of its own here.
    enum Area: String, Sendable, CaseIterable {
        case interpolation
        case sections
        case inverted
        case comments
        case delimiters
        case partials
        case inheritance
        case lines
    }

    enum Outcome: Sendable, Hashable {
        case output(String)
        /// The code of the error.
        case fault(String)
    }

    /// How a row stands to the specification and to the engine that ours is compared with.
    enum Mark: Sendable, Hashable {
        /// The specification says so, and so does the other engine.
        case claimed
        /// The other engine does not do what the specification says, or gives up where it says nothing.
        case oracleIsWrong(String)
        /// We do it otherwise than the specification, for this reason.
        case differs(String)
    }

    let area: Area
    let behaviour: String
    let sample: MustacheSample
    let expected: Outcome
    let mark: Mark

    init(
        _ area: Area, _ behaviour: String, _ template: String, _ data: SampleValue, _ output: String,
        partials: [String: String] = [:], mark: Mark = .claimed
    ) {
        self.area = area
        self.behaviour = behaviour
        self.sample = MustacheSample(template: template, data: data, partials: partials)
        self.expected = .output(output)
        self.mark = mark
    }

    /// A row of what is an error with us. There are no errors of this kind in the specification, so it says why.
    init(
        _ area: Area, _ behaviour: String, _ template: String, _ data: SampleValue, fault: String,
        because reason: String, partials: [String: String] = [:]
    ) {
        self.area = area
        self.behaviour = behaviour
        self.sample = MustacheSample(template: template, data: data, partials: partials)
        self.expected = .fault(fault)
        self.mark = .differs(reason)
    }

    var testDescription: String {
        switch mark {
        case .claimed: "\(area.rawValue): \(behaviour)"
        case .oracleIsWrong(let reason): "\(area.rawValue): \(behaviour) (the oracle is wrong: \(reason))"
        case .differs(let reason): "\(area.rawValue): \(behaviour) (differs: \(reason))"
        }
    }
}

/// What we claim of Mustache 1.4, and what we do otherwise on purpose. A lambda is not in the table: no value can
/// hold one.
enum MustacheTable {
    static let rows: [MustacheRow] = names + sections + tags + inheritance + lines + differences
}
