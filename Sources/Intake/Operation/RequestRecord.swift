package import Forms

/// What may be told of a request: nothing of it that a citizen has chosen or typed, by type.
package struct RequestRecord: Sendable {
    /// What was asked for.
    package enum Route: String, Sendable, CaseIterable {
        /// A page of a form: a step, an item, or the list of items.
        case step
        case check
        /// The confirmation, as a page or as a text.
        case done
        case exit, search, health
        /// None of ours, or no request at all.
        case other
    }

    package let id: RequestID
    /// Nil where the request was for no force of ours.
    package internal(set) var force: ForceID?
    package internal(set) var form: FormID?
    package internal(set) var route = Route.other
    package internal(set) var isPost = false
    /// Whether the form asks nobody who they are. Then no line is written, because a line has a time.
    package internal(set) var isAnonymous = false
    package internal(set) var status = 0
    /// The length of the body of the answer, in bytes.
    package internal(set) var bytes = 0
    package internal(set) var duration = Duration.zero

    init(id: RequestID) {
        self.id = id
    }
}

/// What a request is called in every log that tells of it.
package struct RequestID: Sendable, CustomStringConvertible {
    /// The longest that a web server may give, in bytes.
    private static let longest = 64

    package let description: String

    /// Takes what the web server calls the request; draws a new one where it gives none, or something odd.
    init(given: String?) {
        let isPlain = given.map { text in
            (1...Self.longest).contains(text.utf8.count)
                && text.utf8.allSatisfy { byte in
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@")
                }
        }
        if let given, isPlain == true {
            description = given
        } else {
            let number = UInt64.random(in: .min ... .max)
            let digits = String(number, radix: 16)
            description = String(repeating: "0", count: 16 - digits.count) + digits
        }
    }
}

/// Who is told what the intake does, in order to count it.
package protocol IntakeObserver: Sendable {
    func answered(_ request: RequestRecord)
    func accepted(_ form: FormID, for force: ForceID)
    func left(_ form: FormID, at step: StepID, by way: WayOut)
}

/// How somebody left a form without sending it.
package enum WayOut: String, Sendable, CaseIterable {
    /// An answer led to advice.
    case advice
    /// "Exit this page".
    case exit
}

/// Counts nothing.
package struct NoObserver: IntakeObserver {
    package init() {}
    package func answered(_ request: RequestRecord) {}
    package func accepted(_ form: FormID, for force: ForceID) {}
    package func left(_ form: FormID, at step: StepID, by way: WayOut) {}
}
