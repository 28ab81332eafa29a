import Cards
import Memory

struct TypedAnswer: Hashable {
  var rating: Rating = .good
  init(_ text: String, card: Card, deck: Deck) {}
  var counted: TypedAnswer { self }
  func lines(in language: Language, width: Int) -> [StyledText] { [] }
}
