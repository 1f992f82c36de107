import Forms
import Foundation

/// What new pages, forms and forces begin as.
enum Scaffold {
    static func page(title: String, today: CalendarDate) -> String {
        """
        \(frontMatter(title: title, today: today))
        ---
        Say in the first sentence what people can do here.

        ## What happens next

        Say what they can expect, and when.

        """
    }

    static func form(title: String, code: LetterCode, today: CalendarDate) -> String {
        """
        \(frontMatter(title: title, today: today))
        form:
          code: \(code.rawValue)
          next: Say what happens next, and when.
          steps:
            - id: what-happened
              title: What happened
              questions:
                - id: happened-on
                  kind: date
                  past: yes
                  label: When did it happen?
                  noun: the day when it happened
                - id: description
                  kind: textarea
                  limit: 2000
                  label: What happened?
                  noun: what happened
            - use: about-you
        ---
        Say who this form is for, and when to call instead.

        """
    }

    private static func frontMatter(title: String, today: CalendarDate) -> String {
        """
        ---
        title: \(quoted(title))
        description: \(quoted(title))
        reviewed: \(today)
        review-by: \(yearAfter(today))
        """
    }

    /// What is known of a force at the beginning.
    struct Force {
        let name: String
        let welshName: String?
        let code: LetterCode
        let host: String
        let phone: String
        let accent: String?

        /// Its `force.yml`.
        var text: String {
            var lines = ["name: \(quoted(name))"]
            if let welshName { lines.append("name-cy: \(quoted(welshName))") }
            lines += ["code: \(code.rawValue)", "kind: territorial", "host: \(host)"]
            if let accent { lines.append("accent: \(quoted(accent))") }
            lines += [
                "languages: \(welshName == nil ? "[en]" : "[en, cy]")", "facts:", "  phone: \(quoted(phone))", "",
            ]
            return lines.joined(separator: "\n")
        }
    }

    /// Text between double quotes, as YAML and JSON write it.
    fileprivate static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }

    /// The same day of the next year, or the day before where that year has none.
    private static func yearAfter(_ day: CalendarDate) -> CalendarDate {
        CalendarDate(year: day.year + 1, month: day.month, day: day.day)
            ?? CalendarDate(year: day.year + 1, month: day.month, day: day.day - 1) ?? day
    }

    /// Writes a new file. One that is there already stays as it is.
    static func write(_ text: String, to path: String) throws {
        let url = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: .withoutOverwriting)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw ExitStatus.refusal("\(path) is there already")
        } catch {
            throw ExitStatus.machineFault("cannot write \(path): \(error.localizedDescription)")
        }
        print(path)
    }
}
