import FormData
import TestSupport

typealias Transcript = MultipartTranscript

extension MultipartTranscript {
    init(_ pieces: [ArraySlice<UInt8>], boundary: String = "B", limits: MultipartLimits = MultipartLimits()) {
        self.init()
        do throws(FormRefusal) {
            var decoder = try MultipartDecoder(
                contentType: "multipart/form-data; boundary=\"\(boundary)\"", limits: limits)
            for piece in pieces {
                try decoder.push(piece) { note($0) }
            }
            try decoder.finish()
        } catch {
            refusal = error
        }
    }

    init(_ body: [UInt8], boundary: String = "B", limits: MultipartLimits = MultipartLimits()) {
        self.init([body[...]], boundary: boundary, limits: limits)
    }

    init(_ body: String, boundary: String = "B", limits: MultipartLimits = MultipartLimits()) {
        self.init(Array(body.utf8), boundary: boundary, limits: limits)
    }
}
