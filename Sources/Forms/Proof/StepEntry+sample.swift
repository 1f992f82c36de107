extension StepEntry {
    /// Something to answer each question of a step with. A choice is answered with its last value, which seldom leads
    /// out of a form; a question of files gets a file.
    package init(sampleFor step: Step, today: CalendarDate) {
        var fields: [String: [String]] = [:]
        var files: [QuestionID: [EntryFile]] = [:]
        for question in step.questions {
            let samples = question.kind.behaviour.samples(for: [], today: today)
            let sound = samples.first { sample in
                let entry = StepEntry(typing: sample, into: question)
                if case .answered = question.kind.behaviour.judge(entry.typed(for: question), today: today) {
                    return true
                }
                return false
            }
            guard let sound else { continue }
            let entry = StepEntry(typing: sound, into: question)
            fields.merge(entry.fields) { _, new in new }
            files.merge(entry.files) { _, new in new }
        }
        self.init(fields: fields)
        self.files = files
    }
}
