import Cards
import KnowledgeBase

extension Deck {
  static func of(_ knowledgeBase: KnowledgeBase) -> Deck { Deck() }
}
