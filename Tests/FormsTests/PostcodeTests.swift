import Testing

@testable import Forms

@Suite struct PostcodeTests {
    @Test(
        arguments: [
            ("M1 1AE", "M1 1AE"), ("b33 8th", "B33 8TH"), ("cr26xh", "CR2 6XH"), ("DN551PT", "DN55 1PT"),
            ("w1a 0ax", "W1A 0AX"), ("EC1A1BB", "EC1A 1BB"), ("  N P 2 0 5 G W ", "NP20 5GW"),
            ("np20.5gw.", "NP20 5GW"),
            ("NP2 05GW", "NP20 5GW"), ("gir 0aa", "GIR 0AA"),
        ] as [(String, String)])
    func aPostcodeIsReadForgivinglyAndWrittenProperly(typed: String, written: String) {
        #expect(Postcode(typed)?.description == written)
    }

    @Test(arguments: [
        "", " ", "NP20", "5GW", "NP20 5G", "NP20 55W", "NP20 GWW", "NP205 5GW", "1NP 5GW", "ABC 1AA", "GIR 1AA",
        "A1AA 1AA", "AAA9 1AA", "NP20-5GW", "N-1 1AA", "Ŵ1 1AA", "ＮＰ１ １ＡＡ", "NP20 5GW x",
    ])
    func whatHasNotTheShapeIsRefused(typed: String) {
        #expect(Postcode(typed) == nil)
    }
}
