/// What a question may take for files, as authors write it.
package enum FileClass: String, Codable, Sendable, CaseIterable {
    case photo, video, audio, document

    /// The kinds that are taken for it.
    package var kinds: Set<FileKind> {
        switch self {
        case .photo: [.jpeg, .png, .heic, .gif, .tiff, .webp]
        case .video: [.mp4, .quicktime, .matroska, .threeGP, .avi]
        // Recorders of phones write sound into the containers of films.
        case .audio: [.m4a, .mp3, .wav, .aac, .amr, .ogg, .mp4, .threeGP, .matroska]
        case .document: [.pdf, .officeXML, .text, .jpeg, .png]
        }
    }

    /// What a browser's file picker is told to offer (HTML, the attribute `accept`).
    package var picker: [String] {
        switch self {
        case .photo: ["image/*", ".heic", ".heif"]
        case .video: ["video/*", ".mkv"]
        case .audio: ["audio/*"]
        case .document: [".pdf", ".docx", ".txt", ".jpg", ".jpeg", ".png"]
        }
    }
}
