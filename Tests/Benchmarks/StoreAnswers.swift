import Forms

/// What is answered alike in every report: choices, dates, an address.
enum StoreAnswers {
    static let same: [String: [String: Answer]] = [
        "emergency": ["happening-now": .text("no")],
        "what-happened": [
            "premises": .text("home"), "got-in": .text("yes"), "your-part": .text("victim"),
            "already-reported": .text("no"), "taken": .list(["jewellery", "electronics", "documents"]),
        ],
        "people": ["inside": .text("no"), "hurt": .text("no"), "threats": .text("unsure")],
        "place": [
            "address": .group([
                "line1": "7 Stryd Fawr", "line2": "Y Felin", "town": "Casnewydd", "postcode": "NP99 9ZZ",
            ])
        ],
        "timing": [
            "noticed": .text("2026-09-21"), "time-known": .text("yes"), "time": .text("about 3am on Sunday"),
        ],
        "about-you": [
            "first-name": .text("Gwen"), "last-name": .text("Prys"), "date-of-birth": .text("1985-03-27"),
            "contact-by": .text("phone"), "phone": .text("01632 960001"), "message": .text("no"),
            "safe-times": .text("weekdays after 6pm"),
        ],
    ]
}
