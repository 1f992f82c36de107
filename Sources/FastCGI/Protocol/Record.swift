public import NIOCore

/// A record of FastCGI 1.0 (section 3.3 of the specification): what travels on a connection.
public struct Record: Sendable, Hashable {
    /// The one version that there is.
    public static let version: UInt8 = 1
    /// The length of a header, in bytes.
    public static let headerLength = 8
    /// The longest content of one record, in bytes: what 16 bits can count.
    public static let contentLimit = 65_535

    /// The type of a record. Any byte can come; those that the specification names have a constant.
    public struct Kind: RawRepresentable, Sendable, Hashable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let beginRequest = Kind(rawValue: 1)
        public static let abortRequest = Kind(rawValue: 2)
        public static let endRequest = Kind(rawValue: 3)
        public static let parameters = Kind(rawValue: 4)
        public static let standardInput = Kind(rawValue: 5)
        public static let standardOutput = Kind(rawValue: 6)
        public static let standardError = Kind(rawValue: 7)
        public static let getValues = Kind(rawValue: 9)
        public static let getValuesResult = Kind(rawValue: 10)
        public static let unknownType = Kind(rawValue: 11)
    }

    public var kind: Kind
    /// The request that the record belongs to; 0 for the connection itself.
    public var requestID: UInt16
    public var content: ByteBuffer

    public init(_ kind: Kind, requestID: UInt16, content: ByteBuffer = ByteBuffer()) {
        self.kind = kind
        self.requestID = requestID
        self.content = content
    }
}

/// How a request ended (section 5.5).
public enum ProtocolStatus: UInt8, Sendable, Hashable {
    case requestComplete = 0
    /// The request came on a connection that serves one at a time and is busy.
    case cannotMultiplex = 1
    case overloaded = 2
    case unknownRole = 3
}
