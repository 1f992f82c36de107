import CaseStore
import FormData
import Forms

/// Takes in the files of one posted step, sealed with the key of its draft, and judges each when it is there.
struct FileReception {
    /// A file on its way in.
    private struct Current {
        let question: Question
        let settings: FileQuestion
        let declaration: FileDeclaration
        /// Nil for one that is only read to its end: it is too large, or the store does not take it.
        var incoming: IncomingFile?
        var bytes = 0
    }

    private let visit: Visit
    private let place: EntryPlace
    private let key: DraftKey
    private let step: Step
    /// The files that the draft has already.
    private let earlier: [SubmittedFile]
    private var current: Current?
    /// Whether a part without a file is being read.
    private var isEmptyPart = false

    /// What is wrong with files. They are not kept.
    private(set) var faults: [Fault] = []
    private(set) var received: [SubmittedFile] = []
    /// The files that the draft has now.
    private(set) var kept: [SubmittedFile] = []
    /// Whether the client has sent too many files of late. The rest is read nevertheless, so that nothing typed is lost.
    private(set) var isRefused = false
    private var uploadPlace: UploadPlaces.Place?
    /// What kept the store from taking a file. The rest is read nevertheless, so that nothing typed is lost.
    private(set) var storeFault: StoreFault?

    init(_ visit: Visit, step: Step, place: EntryPlace, key: DraftKey, earlier: [SubmittedFile]) {
        self.visit = visit
        self.step = step
        self.place = place
        self.key = key
        self.earlier = earlier
    }

    /// - Throws: `Problem.badRequest` for a file that the step does not ask for.
    mutating func take(_ event: FormReader.Event) async throws {
        switch event {
        case .field: return
        case .file(let name, let filename, let type): try await begin(name, filename, type)
        case .bytes(let bytes): try await write(bytes)
        case .fileEnd: try await end()
        }
    }

    private mutating func begin(_ name: String, _ filename: String, _ type: String) async throws {
        guard let question = step.questions.first(where: { $0.id.rawValue == name }),
            let settings = question.kind.behaviour as? FileQuestion
        else { throw Problem.badRequest }
        guard !filename.isEmpty else {
            isEmptyPart = true
            return
        }
        let declaration = FileDeclaration(name: filename, type: type)
        current = Current(question: question, settings: settings, declaration: declaration)
        if uploadPlace == nil, !isRefused {
            uploadPlace = visit.service.limits.beginUpload(of: visit.head.client, on: visit.today)
            isRefused = uploadPlace == nil
        }
        guard !isRefused, storeFault == nil, fits(question, settings, named: filename) else { return }
        do {
            let incoming = try await visit.store.receive(declaration, sealedWith: key, for: visit.force)
            current?.incoming = incoming
        } catch let fault as StoreFault {
            storeFault = fault
        }
    }

    /// Whether there is room for one more file.
    private mutating func fits(_ question: Question, _ settings: FileQuestion, named name: String) -> Bool {
        let own = (earlier + received).filter { $0.place.entry == place && $0.place.question == question.id }
        if own.count >= settings.count {
            note(.init(.fileTooMany, arguments: ["count": "\(settings.count)"]), in: question)
            return false
        }
        guard earlier.count + received.count < EvidenceLimits.files else {
            note(Self.full(name), in: question)
            return false
        }
        return true
    }

    private static func full(_ name: String) -> Judgement.Finding {
        let arguments = [
            "name": name, "count": "\(EvidenceLimits.files)", "size": FileSize.text(EvidenceLimits.bytes),
        ]
        return .init(.fileReportFull, arguments: arguments)
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>) async throws {
        // A browser that has no file to send sends no bytes either.
        guard !isEmptyPart || bytes.isEmpty else { throw Problem.badRequest }
        guard var file = current else { return }
        file.bytes += bytes.count
        current = file
        guard let incoming = file.incoming else { return }
        let total = (earlier + received).reduce(file.bytes) { $0 + $1.file.bytes }
        let finding: Judgement.Finding? =
            file.bytes > file.settings.size
            ? file.settings.tooLarge(name: file.declaration.name)
            : total > EvidenceLimits.bytes ? Self.full(file.declaration.name) : nil
        do {
            guard let finding else { return try await incoming.write(bytes) }
            note(finding, in: file.question)
        } catch let fault as StoreFault {
            storeFault = fault
        }
        current?.incoming = nil
        await incoming.discard()
    }

    private mutating func end() async throws {
        isEmptyPart = false
        guard let file = current else { return }
        current = nil
        guard let incoming = file.incoming else { return }
        do {
            let whole = try await incoming.finish()
            guard let finding = file.settings.finding(in: EntryFile(whole)) else {
                let place = EvidencePlace(step: step.id, question: file.question.id, item: place.item)
                received.append(SubmittedFile(whole, at: place))
                return
            }
            note(finding, in: file.question)
            try await visit.store.discard(whole, for: visit.force)
        } catch let fault as StoreFault {
            await incoming.discard()
            storeFault = fault
        }
    }

    private mutating func note(_ finding: Judgement.Finding, in question: Question) {
        let fault = Fault(question: question.id, finding: finding)
        if !faults.contains(fault) { faults.append(fault) }
    }

    /// Keeps the files with the draft, which is begun where there is none yet.
    mutating func keep(judgedBy definition: StoredDefinition, for term: DraftTerm) async throws {
        guard !received.isEmpty else { return }
        try await visit.store.open(key, judgedBy: definition, for: term, force: visit.force)
        while let file = received.first {
            try await visit.store.keep(file.file, for: file.place, in: key, force: visit.force)
            received.removeFirst()
            kept.append(file)
        }
    }

    /// Throws away what was taken in and is not kept, of a request that comes to nothing.
    mutating func discard() async {
        await current?.incoming?.discard()
        current = nil
        for file in received { try? await visit.store.discard(file.file, for: visit.force) }
        received = []
    }
}
