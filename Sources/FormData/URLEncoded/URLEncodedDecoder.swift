/// A push decoder of `application/x-www-form-urlencoded` (WHATWG URL Standard, section 5.1).
///
/// Give it the body in pieces of any length, as they arrive. A field is handed on as soon as the `&` after it has been
/// read; `finish` hands on the last one. How the body was cut changes nothing.
///
/// ```swift
/// var decoder = URLEncodedDecoder()
/// var fields: [String] = []
/// try decoder.push(Array("first=Si".utf8)) { fields.append("\($0): \($1)") }
/// try decoder.push(Array("%C3%A2n&last=Rees".utf8)) { fields.append("\($0): \($1)") }
/// try decoder.finish { fields.append("\($0): \($1)") }
/// // fields == ["first: Siân", "last: Rees"]
/// ```
///
/// Names and values are taken literally: `;` separates nothing, `%zz` stays `%zz`, `+` is a space. Unlike the standard,
/// which replaces them, bytes that are not UTF-8, a NUL and an empty name are refused.
///
/// It keeps one name and one value, and looks at each byte at most three times. One decoder reads one body. A closure
/// that throws says so: `{ name, value throws(FormRefusal) in … }`. Who has other errors, or waits for something
/// between two fields, takes them with `next(in:)` and `finish()`.
public struct URLEncodedDecoder: Sendable {
    /// A field, decoded.
    public typealias Field = (name: String, value: String)

    /// What the body may hold.
    public let limits: URLEncodedLimits
    /// How often a byte was looked at, over the whole body: at most three times its length.
    private(set) var scannedBytes = 0

    private var consumed = 0
    private var fields = 0
    private var field = URLEncodedField()
    private var refusal: FormRefusal?

    public init(limits: URLEncodedLimits = URLEncodedLimits()) {
        self.limits = limits
    }

    /// Decodes a whole body, or the query of a URL, into its fields, in their order.
    ///
    /// - Throws: `FormRefusal` at the first fault. No field is returned then.
    public static func fields(
        of body: some Collection<UInt8>, limits: URLEncodedLimits = URLEncodedLimits()
    ) throws(FormRefusal) -> [Field] {
        var decoder = URLEncodedDecoder(limits: limits)
        var fields: [Field] = []
        try decoder.push(body) { fields.append(($0, $1)) }
        try decoder.finish { fields.append(($0, $1)) }
        return fields
    }

    /// Reads the next piece of the body, and calls `field` for each field that is whole.
    ///
    /// - Throws: `FormRefusal` at the first byte that breaks a rule or a limit, or what `field` throws. Faults of a
    ///   name (`.malformed(.name)` if it is empty, `.tooLarge(.name)`) are found at the end of the field.
    public mutating func push(
        _ bytes: ArraySlice<UInt8>, _ field: (_ name: String, _ value: String) throws(FormRefusal) -> Void
    ) throws(FormRefusal) {
        var rest = bytes
        while let found = try next(in: &rest) {
            try judged { _ throws(FormRefusal) in try field(found.name, found.value) }
        }
    }

    /// Reads the next piece of the body from any collection, which is copied unless it is an array.
    ///
    /// - Throws: as `push` of a slice.
    public mutating func push(
        _ bytes: some Collection<UInt8>, _ field: (_ name: String, _ value: String) throws(FormRefusal) -> Void
    ) throws(FormRefusal) {
        try push(Array(bytes)[...], field)
    }

    /// Ends the body, and calls `field` for the last field if there is one.
    ///
    /// - Throws: `FormRefusal`, or what `field` throws.
    public mutating func finish(
        _ field: (_ name: String, _ value: String) throws(FormRefusal) -> Void
    ) throws(FormRefusal) {
        if let last = try finish() { try field(last.name, last.value) }
    }

    /// Takes from the front of `input` what belongs to the next field.
    ///
    /// - Returns: The field, or nil once `input` is empty and the field not yet whole.
    /// - Throws: `FormRefusal` at the first byte that breaks a rule or a limit.
    public mutating func next(in input: inout ArraySlice<UInt8>) throws(FormRefusal) -> Field? {
        var index = input.startIndex
        let field = try judged { decoder throws(FormRefusal) in try decoder.read(input, from: &index) }
        input = input[index...]
        return field
    }

    /// Ends the body.
    ///
    /// - Returns: The last field, or nil if the body is empty or ends with `&`.
    /// - Throws: `FormRefusal` for a fault of that field, or the one thrown before.
    public mutating func finish() throws(FormRefusal) -> Field? {
        try judged { decoder throws(FormRefusal) in try decoder.endField() }
    }

    /// Runs `work`, and makes a refusal final.
    private mutating func judged<Result>(
        _ work: (inout Self) throws(FormRefusal) -> Result
    ) throws(FormRefusal) -> Result {
        if let refusal { throw refusal }
        do throws(FormRefusal) {
            return try work(&self)
        } catch {
            refusal = error
            throw error
        }
    }

    private mutating func read(_ input: ArraySlice<UInt8>, from index: inout Int) throws(FormRefusal) -> Field? {
        while index < input.endIndex {
            guard consumed < limits.bytes else { throw .tooLarge(.body) }
            let byte = input[index]
            index += 1
            consumed += 1
            scannedBytes += 1
            if byte == UInt8(ascii: "&") {
                if let whole = try endField() { return whole }
            } else {
                if field.isEmpty {
                    guard fields < limits.fields else { throw .tooLarge(.fields) }
                    fields += 1
                }
                scannedBytes += try field.take(byte, limits: limits)
            }
        }
        return nil
    }

    private mutating func endField() throws(FormRefusal) -> Field? {
        try field.isEmpty ? nil : field.end(limits: limits)
    }
}
