/// A decoder or the store returned something other than what was put in, so its time means nothing.
struct WrongResult: Error {
    let row: String
}
