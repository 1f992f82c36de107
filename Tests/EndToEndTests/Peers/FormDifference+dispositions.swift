extension FormDifference {
    /// What is refused in a disposition.
    static let dispositions = [
        noDisposition, dispositionGrammar, dispositionType, repeatedParameter, noName, emptyName,
    ]

    private static let noDisposition = FormDifference(
        "passes over a part without a disposition", by: [.werkzeug],
        rule: "RFC 7578, 4.2: each part MUST contain a Content-Disposition header field"
    ) {
        $0.isRefusal("disposition") && $0.input.heads.contains { $0.values(of: "content-disposition").isEmpty }
    }

    private static let dispositionGrammar = FormDifference(
        "passes over what is no parameter", by: FormLibrary.multipart,
        rule: "RFC 9110, 5.6.6: parameter = name \"=\" ( token / quoted-string ), and nothing else between two ';'"
    ) {
        $0.isRefusal("disposition") && $0.input.dispositions.contains { FormHeader($0) == nil }
    }

    private static let dispositionType = FormDifference(
        "takes any disposition", by: FormLibrary.multipart,
        rule: "RFC 7578, 4.2: the disposition type is \"form-data\""
    ) {
        $0.isRefusal("disposition") && $0.input.readDispositions.contains { $0.kind != "form-data" }
    }

    private static let repeatedParameter = FormDifference(
        "takes one of two parameters of a name", by: FormLibrary.multipart,
        rule: "RFC 6266, 4.1: a value with multiple instances of the same parameter name is invalid"
    ) {
        $0.isRefusal("disposition")
            && $0.input.readDispositions.contains {
                $0.values(of: "name").count > 1 || $0.values(of: "filename").count > 1
            }
    }

    private static let noName = FormDifference(
        "reads a part without a name", by: [.werkzeug],
        rule: "RFC 7578, 4.2: the header field MUST also contain an additional parameter of \"name\""
    ) {
        $0.isRefusal("name") && $0.input.readDispositions.contains { $0.values(of: "name").isEmpty }
    }

    private static let emptyName = FormDifference(
        "reads a part with an empty name", by: FormLibrary.multipart,
        rule: "HTML, constructing the entry list: a control whose name is empty makes no entry"
    ) {
        $0.isRefusal("name") && $0.input.readDispositions.contains { $0.values(of: "name").contains([]) }
    }
}
