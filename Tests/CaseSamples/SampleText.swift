/// What people write, in several alphabets, with some of what programs stumble over.
enum SampleText {
    /// A text of about that length in bytes.
    static func text(of length: Int, using generator: inout some RandomNumberGenerator) -> String {
        var text = ""
        while text.utf8.count < length {
            text += pieces[Int.random(in: pieces.indices, using: &generator)]
            text += " "
        }
        return text
    }

    private static let pieces = [
        "Somebody broke the window at the back", "and the till is gone.", "7:45 pm", "£1,250.00",
        "Mae rhywun wedi torri’r ffenestr yn y tŷ", "ŵyr neb pwy", "Ktoś rozbił szybę", "Biri camı kırdı",
        "Κάποιος έσπασε το παράθυρο", "Кто-то разбил окно", "شخص ما كسر النافذة", "有人打破了窗户", "किसी ने खिड़की तोड़ दी",
        "🚓🏴󠁧󠁢󠁷󠁬󠁳󠁿", "cafe\u{301}", "café", "\u{202E}txt.exe\u{202C}", "=cmd|'x'!A1", "<svg onload=alert(1)>",
        "'); DROP TABLE cases; --", "\"quoted\" \\ {{name}}", "\r\n", "\t", "\u{1B}[31m",
    ]
}
