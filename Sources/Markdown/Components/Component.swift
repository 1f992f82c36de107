/// A component of a page. It is written as a quotation whose first line names it, which every reader of Markdown
/// shows as a quotation: `> [!warning] Do not touch anything.`
enum Component: String, CaseIterable {
    /// Something that must not be overlooked.
    case warning
    /// Text set apart from what is around it.
    case inset
    /// A summary that opens to show more.
    case details
    /// A link that is the thing to do on this page.
    case button
    /// An ordered list of what to do, one step after the other.
    case steps
    /// How to reach somebody.
    case contact
    /// The banner for an emergency.
    case emergency
    /// A table with a caption.
    case table

    /// What stands on the line that names the component.
    enum Title {
        case optional
        case required
        /// A single link, and nothing else in the component.
        case onlyLink
    }

    var title: Title {
        switch self {
        case .details, .contact, .emergency, .table: .required
        case .button: .onlyLink
        case .warning, .inset, .steps: .optional
        }
    }

    /// The elements around the title.
    var titleTags: (open: String, close: String) {
        switch self {
        case .details: ("<summary>", "</summary>\n")
        case .table: ("<caption>", "</caption>\n")
        case .warning, .contact, .emergency: ("<p><strong>", "</strong></p>\n")
        case .inset, .steps, .button: ("<p>", "</p>\n")
        }
    }

    /// The element around everything; nil where what is inside stands for itself.
    var container: (open: String, close: String)? {
        switch self {
        case .table: nil
        case .details: ("<details>\n", "</details>\n")
        default: ("<div class=\"\(rawValue)\">\n", "</div>\n")
        }
    }

    /// How it is written, for the remedies of faults.
    var example: String {
        switch self {
        case .warning: "> [!warning] Do not touch anything."
        case .inset: "> [!inset] It takes about ten minutes."
        case .details: "> [!details] What happens next"
        case .button: "> [!button] [Report it](/report/burglary)"
        case .steps: "> [!steps]\n>\n> 1. First"
        case .contact: "> [!contact] The front counter"
        case .emergency: "> [!emergency] Call {{site.signposts.emergency}} now"
        case .table: "> [!table] When we are open\n>\n> | Day | Hours |"
        }
    }
}
