/// Words that nearly every page has, so that they tell nothing of what is searched for.
///
/// Both languages are in one list, because a query does not say which it is in. A word that names a thing in the other
/// language is not here, but for "to": it is a roof in Welsh, and in every other English question.
enum StopWords {
    static let all = english.union(welsh)

    private static let english: Set<String> = [
        "a", "about", "am", "an", "and", "are", "as", "at", "be", "been", "by", "can", "could", "did", "do", "does",
        "for", "from", "had", "has", "have", "how", "i", "if", "in", "is", "it", "its", "me", "my", "of", "on", "or",
        "our", "should", "so", "that", "the", "their", "them", "there", "they", "this", "to", "was", "we", "were",
        "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
    ]

    private static let welsh: Set<String> = [
        "a", "ac", "am", "ar", "at", "beth", "ble", "ei", "eich", "ein", "eu", "fy", "gan", "i", "mae", "neu", "o",
        "oes", "pryd", "pwy", "sut", "sy", "sydd", "wedi", "y", "yn", "yr", "yw",
    ]
}
