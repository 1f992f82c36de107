import Testing

@testable import SearchIndex

@Suite struct WelshMutationTests {
    @Test(arguments: [
        ("pobl", ["bobl", "mhobl", "phobl"]),
        ("trosedd", ["drosedd", "nhrosedd", "throsedd"]),
        ("cath", ["gath", "nghath", "chath"]),
        ("bwrgleriaeth", ["fwrgleriaeth", "mwrgleriaeth"]),
        ("drws", ["ddrws", "nrws"]),
        ("gardd", ["ardd", "ngardd"]),
        ("merch", ["ferch"]),
        ("llyfr", ["lyfr"]),
        ("rhaglen", ["raglen"]),
        ("gŵyl", ["ŵyl", "ngŵyl"]),
    ])
    func aRadicalHasItsMutationsAndEachOfThemHasIt(radical: String, mutated: [String]) {
        #expect(Set(mutated).isSubset(of: WelshMutation.forms(of: radical)))
        for word in mutated {
            let others = Set(mutated).union([radical]).subtracting([word])
            #expect(others.isSubset(of: WelshMutation.forms(of: word)), "\(word)")
        }
    }

    @Test(arguments: ["heddlu", "swyddog", "ffôn", "jeli", "tŷ", "dy\u{302}", "a", "", "101", "999a"])
    func aWordThatDoesNotMutateHasNoOtherForms(word: String) {
        #expect(WelshMutation.forms(of: word).isEmpty)
    }

    @Test(arguments: ["bwrgleriaeth", "fwrgleriaeth", "glan", "lan", "ngh", "ddrws", "arian", "chwaer"])
    func theFormsAreDistinctAndNotTheWordItself(word: String) {
        let forms = WelshMutation.forms(of: word)
        #expect(!forms.isEmpty)
        #expect(Set(forms).count == forms.count && !forms.contains(word))
        #expect(forms.allSatisfy { $0.count > 1 })
    }

    @Test func aDigraphIsOneLetter() {
        #expect(WelshMutation.forms(of: "llyfr") == ["lyfr"], "not what 'l' may come from")
        #expect(!WelshMutation.forms(of: "chwaer").contains("ghwaer"), "not what 'c' becomes")
    }
}
