/// The names of fields and files, and the header that tells them.
enum PartNames {
    private static let plain = [
        "name", "photo", "a", "b2", "Siân", "ŵ", "e\u{301}", "👩", "x[]", "x.y", "date-of-birth", "_", "*",
    ]
    private static let odd = [
        "%22", "%0D%0A", "%", "\\", "\\\\", "\\x", ";", "=", "'", ",", " ", ":", "--", "/", "..", "name=",
        "; filename=x", "\t", "&", "%5C", "\u{1}", "C:\\", "(", "\u{85}", "\u{2028}",
    ]
    private static let files = [
        "", "cat.png", "x.tar.gz", "Llun ŵ.jpeg", "C:\\fakepath\\x.png", "\\\\server\\x", "..\\..\\x", "a\\", "a\\\\",
        "/etc/passwd", "a%22",
    ]
    private static let extras = [
        "size=12", "x=\"a;b\"", "filename*=UTF-8''%e2%82%ac.txt", "name*=UTF-8''other", "filename*0=a", "x=\"name=y\"",
    ]

    static func name(using random: inout some RandomNumberGenerator) -> String {
        var name = random.pick(plain)
        if random.oneIn(3) {
            for _ in 0..<(1 + random.below(3)) { name += random.oneIn(2) ? random.pick(odd) : random.pick(plain) }
        }
        return name
    }

    static func filename(using random: inout some RandomNumberGenerator) -> String {
        random.oneIn(2) ? random.pick(files) : name(using: &random)
    }

    static func disposition(
        _ name: String, _ filename: String?, using random: inout some RandomNumberGenerator
    ) -> String {
        var parameters = [parameter("name", name, using: &random)]
        if let filename {
            let parameter = parameter("filename", filename, using: &random)
            parameters.insert(parameter, at: random.oneIn(6) ? 0 : 1)
        }
        if random.oneIn(10) {
            let place = random.below(parameters.count + 1)
            parameters.insert(random.pick(extras), at: place)
        }
        let usual = "Content-Disposition"
        var line = random.pick([usual, usual, usual, usual, usual, "content-disposition", "CONTENT-DISPOSITION"]) + ":"
        line += random.pick([" ", " ", " ", " ", " ", "", "\t", "  "])
        line += random.pick(["form-data", "form-data", "form-data", "form-data", "form-data", "Form-Data"])
        for parameter in parameters {
            line += random.pick(["; ", "; ", "; ", "; ", "; ", "; ", ";", " ; ", ";\t", ";  "]) + parameter
        }
        return line + random.pick(["", "", "", "", "", "", "", "", ";", " ", "\t"])
    }

    private static func parameter(
        _ key: String, _ value: String, using random: inout some RandomNumberGenerator
    ) -> String {
        let key = random.pick([key, key, key, key, key, key.uppercased()])
        let isBare = FormHeader.isToken(value) && random.oneIn(4)
        return key + "=" + (isBare ? value : "\"\(value)\"")
    }
}
