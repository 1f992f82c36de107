/// One thing in which a library and our decoder differ over a case.
struct FormDisagreement {
    enum Subject {
        /// We refuse what the library reads.
        case weRefuse(fault: String, theirs: [FormPart])
        /// The library refuses what we read.
        case theyRefuse(error: String, ours: [FormPart])
        case name(part: Int, ours: [UInt8]?, theirs: [UInt8]?)
        case filename(part: Int, ours: [UInt8]?, theirs: [UInt8]?)
        case type(part: Int)
        /// What follows in the body is not compared: it begins at another place.
        case content(part: Int, ours: [UInt8], theirs: [UInt8])
        case count
    }

    let library: FormLibrary
    let input: FormInput
    let subject: Subject

    static func subjects(_ ours: FormVerdict, _ theirs: FormVerdict) -> [Subject] {
        switch (ours, theirs) {
        case (.refused, .refused): return []
        case (.refused(let fault), .parts(let parts)): return [.weRefuse(fault: fault, theirs: parts)]
        case (.parts(let parts), .refused(let error)): return [.theyRefuse(error: error, ours: parts)]
        case (.parts(let ours), .parts(let theirs)): return subjects(ours, theirs)
        }
    }

    private static func subjects(_ ours: [FormPart], _ theirs: [FormPart]) -> [Subject] {
        var subjects: [Subject] = []
        for (number, (our, their)) in zip(ours, theirs).enumerated() {
            if our.name != their.name { subjects.append(.name(part: number, ours: our.name, theirs: their.name)) }
            if our.filename != their.filename {
                subjects.append(.filename(part: number, ours: our.filename, theirs: their.filename))
            }
            if our.type != their.type { subjects.append(.type(part: number)) }
            if our.bytes != their.bytes {
                return subjects + [.content(part: number, ours: our.bytes, theirs: their.bytes)]
            }
        }
        return ours.count == theirs.count ? subjects : subjects + [.count]
    }

    /// Whether it is that we refuse, for a fault of that name.
    func isRefusal(_ faults: String...) -> Bool {
        if case .weRefuse(let fault, _) = subject { faults.contains(fault) } else { false }
    }

    /// The error of the library, if we read what it refuses.
    var theirError: String? {
        if case .theyRefuse(let error, _) = subject { error } else { nil }
    }

    /// Our parts, if the library refuses them.
    var refusedParts: [FormPart] {
        if case .theyRefuse(_, let ours) = subject { ours } else { [] }
    }

    /// The number of the part, and the parameter that differs.
    var parameter: (part: Int, name: String)? {
        switch subject {
        case .name(let part, _, _): (part, "name")
        case .filename(let part, _, _): (part, "filename")
        default: nil
        }
    }

    /// The two readings of a name of a field or a file that both found.
    var readings: (ours: [UInt8], theirs: [UInt8])? {
        switch subject {
        case .name(_, .some(let ours), .some(let theirs)), .filename(_, .some(let ours), .some(let theirs)):
            (ours, theirs)
        default: nil
        }
    }
}

extension FormDisagreement: CustomStringConvertible {
    var description: String {
        func text(_ bytes: [UInt8]?) -> String {
            bytes.map { String(decoding: $0.prefix(100), as: UTF8.self).debugDescription } ?? "none"
        }
        return switch subject {
        case .weRefuse(let fault, let theirs): "we refuse (\(fault)) what it reads as \(theirs.count) parts"
        case .theyRefuse(let error, _): "it refuses (\(error)) what we read"
        case .name(let part, let ours, let theirs): "name of part \(part): \(text(ours)), and it \(text(theirs))"
        case .filename(let part, let ours, let theirs): "file of part \(part): \(text(ours)), and it \(text(theirs))"
        case .type(let part): "type of part \(part)"
        case .content(let part, let ours, let theirs): "content of part \(part): \(text(ours)), and it \(text(theirs))"
        case .count: "number of parts"
        }
    }
}
