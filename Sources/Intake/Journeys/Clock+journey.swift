import CaseStore
import Forms

extension Clock {
    /// A clock of a form, started by the answers. It runs out at the end of its last day in London.
    init(_ clock: FormClock, in journey: Journey, today: CalendarDate) {
        let day = clock.lastDay(answers: journey.known, today: today)
        self.init(label: clock.label.en, due: London.start(of: day.adding(days: 1)))
    }
}
