/// Small files of kinds that forms take, by what their first bytes say.
package enum SampleFiles {
    package struct File: Sendable {
        package let name: String
        package let type: String
        package let bytes: [UInt8]

        package init(name: String, type: String, bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }

    package static let photo = File(
        name: "photo \"1\".jpg", type: "image/jpeg", bytes: [0xFF, 0xD8, 0xFF, 0xE0] + Array("JFIF photo".utf8))
    package static let film = File(
        name: "film.mp4", type: "video/mp4", bytes: Array("\0\0\0\u{18}ftypisom\0\0\0\0film".utf8))
    package static let sound = File(
        name: "sound.wav", type: "audio/wav", bytes: Array("RIFF\0\0\0\0WAVEfmt sound".utf8))

    /// One that fits what a file picker is told to offer.
    package static func file(accepted accept: String) -> File {
        if accept.contains("image/*") || accept.contains(".jpg") { return photo }
        return accept.contains("video/*") ? film : sound
    }
}
