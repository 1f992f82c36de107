import FormData
import TestSupport
import Testing

@Suite struct MultipartExampleTests {
    /// The example in the documentation of `MultipartDecoder`, word for word.
    @Test func theExampleInTheDocumentationRuns() throws {
        var decoder = try MultipartDecoder(contentType: "multipart/form-data; boundary=XX")
        var names: [String] = []
        var size = 0
        func handle(_ event: MultipartEvent) {
            switch event {
            case .part(let head): names.append(head.filename ?? head.name)
            case .bytes(let bytes): size += bytes.count
            case .end: break
            }
        }
        let start = "--XX\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"cat.png\"\r\n\r\nmi"
        try decoder.push(start.utf8, handle)
        try decoder.push("aow\r\n--XX--\r\n".utf8, handle)
        try decoder.finish()
        #expect(names == ["cat.png"])
        #expect(size == 5)
    }

    /// Case 19 of the hostile inputs: the decoder hides nothing, so that the caller can refuse a field that repeats.
    @Test func aFieldThatRepeatsIsHandedOnTwice() {
        let transcript = Transcript(Bodies.fields(2))
        #expect(transcript.refusal == nil && transcript.parts.map(\.head.name) == ["f", "f"])
    }
}
