import FormViews
import Forms

extension Route {
    /// The address of the same place in a language.
    func url(in language: Language) -> String {
        let url = FormURL(form: form, language: language)
        return switch place {
        case .page(let place): url.page(place)
        case .check: url.check
        case .done(let reference): url.done(reference)
        case .receipt(let reference): url.receipt(reference)
        case .exit: url.exit
        }
    }
}
