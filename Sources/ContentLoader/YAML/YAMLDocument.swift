import Diagnostics
import Yams

enum YAMLDocument {
    /// Parses one document. Reports faults of the syntax, and keys that stand twice, with their places.
    ///
    /// - Parameter lineOffset: How many lines of the file stand before the YAML.
    static func parse(
        _ yaml: String, file: String, lineOffset: Int = 0, _ report: inout DiagnosticReport
    ) -> YAMLValue? {
        do {
            guard let node = try compose(yaml: yaml, .basic, .default, .utf8) else {
                report.error("empty", at: SourceLocation(file: file, line: lineOffset + 1), "there is nothing here")
                return nil
            }
            return YAMLValue(node: node, file: file, lineOffset: lineOffset)
        } catch let error as YamlError {
            let (mark, problem) = Self.explain(error)
            report.error(
                "yaml-syntax", at: YAMLValue.location(of: mark, file: file, lineOffset: lineOffset), problem,
                remedy: "text with ': ', ' #' or a quote in it goes in double quotes; indent with spaces")
        } catch {
            report.error("yaml-syntax", at: SourceLocation(file: file), "this is not YAML")
        }
        return nil
    }

    private static func explain(_ error: YamlError) -> (mark: Mark?, problem: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark, "this is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark, "'\(duplicates.joined(separator: "', '"))' stands more than once in this map")
        case .reader(let problem, _, _, _): (nil, "this is not YAML: \(problem)")
        default: (nil, "this is not YAML")
        }
    }
}
