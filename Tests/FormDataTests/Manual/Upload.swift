import FormData

/// What a form with a comment and a photo says.
struct Upload {
    var comment = ""
    var photoLength = 0

    init(contentType: String, pieces: [[UInt8]]) throws(FormRefusal) {
        var decoder = try MultipartDecoder(contentType: contentType)
        var part: (head: PartHead, text: FormTextCollector)?
        for piece in pieces {
            var rest = piece[...]
            while let event = try decoder.next(in: &rest) {
                switch event {
                case .part(let head): part = (head, FormTextCollector())
                case .bytes(let bytes) where part?.head.filename != nil: photoLength += bytes.count
                case .bytes(let bytes): try part?.text.append(bytes)
                case .end where part?.head.name == "comment": comment = try part?.text.finish() ?? ""
                case .end: break
                }
            }
        }
        try decoder.finish()
    }
}
