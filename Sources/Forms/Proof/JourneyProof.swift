/// Everything that answers to a form can lead to, worked out without a citizen.
///
/// Two sets of answers that decide the same are one here, and what no later condition asks about is forgotten. So the
/// work grows with what a form decides, not with what it asks. It walks the same conditions as `Journey`, with answers
/// that the same judging takes.
package struct JourneyProof: Sendable {
    package enum Finding: Sendable, Hashable {
        case unreachableStep(StepID)
        case unreachableQuestion(QuestionID)
        case unreachableExit(StepID, PagePath)
        /// No answer makes a condition's comparison with this question true.
        case impossible(QuestionID)
        /// Nothing can be answered without fault.
        case unanswerable(QuestionID)
        /// No way leads to the end.
        case endless
        /// There are more ways than can be walked.
        case tooManyWays
    }

    /// How many different ways there are, each a sequence of pages, and how many pages they have.
    package struct Paths: Sendable, Hashable {
        package private(set) var count = 0
        /// The steps of a shortest way, and of a longest.
        package private(set) var shortestWay: [StepID] = []
        package private(set) var longestWay: [StepID] = []

        package var shortest: Int { shortestWay.count }
        package var longest: Int { longestWay.count }

        init() {}

        /// So many ways that end here.
        init(ending count: Int) {
            self.count = count
        }

        /// Takes other ways, those that a step comes before.
        mutating func add(_ other: Paths, after step: StepID? = nil) {
            guard other.count > 0 else { return }
            let before = step.map { [$0] } ?? []
            if count == 0 || other.shortest + before.count < shortest { shortestWay = before + other.shortestWay }
            if count == 0 || other.longest + before.count > longest { longestWay = before + other.longestWay }
            count = count.addingReportingOverflow(other.count).overflow ? .max : count + other.count
        }
    }

    package private(set) var findings: [Finding] = []
    package private(set) var paths = Paths()
    /// Where each question of danger leads when it is answered with yes: to pages, or nil for on with the form.
    package private(set) var dangers: [QuestionID: Set<PagePath?>] = [:]
    /// The steps and the questions that are ever asked.
    package private(set) var askedSteps: Set<StepID> = []
    package private(set) var askedQuestions: Set<QuestionID> = []

    /// Walks a form.
    ///
    /// - Parameter today: Days in conditions are tried around it.
    package init(_ definition: FormDefinition, today: CalendarDate) {
        var walker = FormWalker(definition, today: today)
        paths = walker.run()
        dangers = walker.dangers
        askedSteps = walker.askedSteps
        askedQuestions = walker.askedQuestions
        var seen = walker
        if definition.preset != nil {
            // What one entry into shared questions leaves out, another asks: only what none could ask is a fault.
            var open = definition
            open.preset = nil
            seen = FormWalker(open, today: today)
            _ = seen.run()
        }
        guard !walker.isOverrun, !seen.isOverrun else {
            findings = [.tooManyWays]
            return
        }
        findings = seen.findings
        if walker.completions == 0, findings.isEmpty { findings.append(.endless) }
    }
}
