/// Question sets that forms share: `you`, which is one step, and `crime`, which is two.
enum SampleSets {
    /// Their files, with the Welsh words.
    static let files: [String: String?] = [
        "questions/you.yml": """
        title: You
        text: Hello.
        questions:
          - { id: who, kind: name, label: Name, noun: your name }
          - { id: via, kind: radios, label: Via, options: { call: Call, post: Post } }
          - { id: phone, kind: phone, label: Number, when: { via: call } }
        """,
        "questions/you.cy.yml": """
        title: Chi
        text: Helo.
        words:
          who: { label: Enw, noun: eich enw }
          via: { label: Sut, options: { call: Galw, post: Llythyr } }
          phone: { label: Rhif }
        """,
        "questions/crime.yml": """
        steps:
          - id: crime
            title: Crime
            questions:
              - { id: taken, kind: yes-no, label: Taken }
            exits:
              - { when: { taken: no }, to: /report }
          - id: things
            title: Things
            repeat: { max: 5, item: Thing, another: More }
            questions:
              - { id: thing, kind: text, label: What }
              - { id: worth, kind: money, label: Worth, when: { taken: yes } }
        """,
        "questions/crime.cy.yml": """
        words:
          crime: { title: Trosedd }
          taken: { label: Dwyn }
          things: { title: Pethau, item: Peth, another: Mwy }
          thing: { label: Beth }
          worth: { label: Gwerth }
        """,
    ]
}
