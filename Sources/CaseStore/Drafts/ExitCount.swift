package import Forms

/// How often people left a form by one of its exits on one day.
package struct ExitCount: Sendable, Hashable {
    /// An exit: from which step of which form to which page.
    package struct Way: Sendable, Hashable {
        package let form: FormID
        package let step: StepID
        package let page: PagePath

        package init(form: FormID, step: StepID, page: PagePath) {
            self.form = form
            self.step = step
            self.page = page
        }
    }

    package let way: Way
    package let day: CalendarDate
    package let count: Int
}
