/// Whether words hold a verb that says something of a subject: « Les NACL sont sans état », "Sets are unique".
///
/// Such words are a sentence, or a piece of one, and name nothing. Only forms that are no nouns count: « règle »
/// may be one, « gère » is not. A word alone is never a sentence.
///
/// - Parameter name: What stands where a name should: a label, a heading, the first cell of a row.
/// - Returns: Whether one of the words is a finite verb, or shows that one follows: « ne », « s’ », « elle ».
/// - Complexity: O(*n*) in the length of the text.
package func holdsFiniteVerb(_ name: String) -> Bool {
  let words = name.pieces
  guard words.count > 1 else { return false }
  return words.indices.contains { place in
    isFinite(
      words[place], at: place, before: place + 1 < words.count ? bare(words[place + 1]) : "")
  }
}

private func isFinite(_ written: Substring, at place: Int, before next: String) -> Bool {
  var word = bare(written)
  if word.utf8.contains(UInt8(ascii: "'")) {
    // « n’est », « c’est »; « s’ajuste », but not « S’authentifier ».
    if word.hasPrefix("n'") || word.hasPrefix("c'est") { return true }
    if word.hasPrefix("s'") { return place > 0 && !isInfinitive(word) }
    word = String(word[word.index(after: word.lastIndex(of: "'") ?? word.startIndex)...])
  }
  // « Est » and « A » with a capital are a direction and a letter.
  guard written.first?.isUppercase == false || place == 0 && word.utf8.count > 3 else {
    return false
  }
  switch word {
  case "a": return place > 0 && objectsOfHaving.contains(next)
  // « À ne pas faire » and « mise à jour de se connecter » go on with an infinitive.
  case "ne": return !["pas", "plus", "jamais", "rien", ""].contains(next)
  case "se": return place > 0 && !next.isEmpty && !isInfinitive(next)
  default: return finiteVerbs.contains(word) || word.utf8.count > 7 && word.hasSuffix("issent")
  }
}

/// A word in lower case with its accents, without other signs around it; apostrophes are straight.
private func bare(_ word: Substring) -> String {
  var word = word.drop { !isLetter($0) }
  while let last = word.last, !isLetter(last) { word = word.dropLast() }
  return String(word).straightened.lowercased()
}

private func isInfinitive(_ word: String) -> Bool {
  ["er", "ir", "re"].contains { word.hasSuffix($0) }
}

/// What follows « a » where it is the verb: « a un CIDR », « a tous les droits ».
private let objectsOfHaving: Set = [
  "un", "une", "des", "deux", "trois", "plusieurs", "tous", "toutes", "tout", "toute", "pas",
  "besoin", "accès", "été", "son", "sa", "ses", "leur", "leurs", "aucun", "aucune", "toujours",
]

/// Finite forms, in French and English, that are no nouns, and pronouns that stand before one.
private let finiteVerbs: Set = [
  "est", "sont", "était", "étaient", "sera", "seront", "ont", "avait", "peut", "peuvent", "doit",
  "doivent", "permet", "permettent", "contient", "contiennent", "devient", "deviennent",
  "fournit", "gère", "gèrent", "utilise", "utilisent", "stocke", "stockent", "protège",
  "protègent", "exécute", "exécutent", "répartit", "définit", "garantit", "coûte", "coûtent",
  "reçoit", "reçoivent", "envoie", "envoient", "crée", "créent", "supporte", "supportent",
  "suivent", "agit", "agissent", "remplacent", "autorise", "autorisent", "empêche", "empêchent",
  "fonctionne", "fonctionnent", "dépend", "dépendent", "faut", "vaut", "suffit", "servent",
  "deviendra", "veut", "veulent", "sait", "savent", "vont", "prend", "prennent", "tient",
  "embarque", "embarquent", "recommande", "recommandent", "apporte", "apportent", "ça",
  "il", "ils", "elle", "elles", "nous", "vous", "je", "tu",
  "is", "are", "was", "were", "has", "have", "can", "cannot", "can't", "does", "doesn't",
  "isn't", "aren't", "must", "should",
]

/// The name that a heading asks for: « Lambda » for « Lambda, c’est quoi ? » and « Qu’est-ce que Lambda ? ».
///
/// - Parameter heading: A heading's name.
/// - Returns: What it asks for; the heading itself where it asks nothing.
func askedName(_ heading: String) -> String {
  var rest = heading[...]
  while let last = rest.last, last == "?" || isSpace(last) { rest = rest.dropLast() }
  let straight = String(rest).straightened
  let low = straight.lowercased()
  guard low.count == straight.count else { return heading }
  for end in [", c'est quoi", " c'est quoi", ", kezako"] where low.hasSuffix(end) {
    return trimmed(straight.dropLast(end.count))
  }
  for start in askingStarts where low.hasPrefix(start) {
    let name = trimmed(straight.dropFirst(start.count))
    // « What is the difference between … » asks for no name.
    return (1...5).contains(name.pieces.count) && !holdsFiniteVerb("· " + name) ? name : heading
  }
  return heading
}

/// The longest first.
private let askingStarts = [
  "qu'est-ce que c'est que ", "qu'est-ce que l'", "qu'est-ce que le ", "qu'est-ce que la ",
  "qu'est-ce que les ", "qu'est-ce qu'une ", "qu'est-ce qu'un ", "qu'est-ce que ",
  "qu'est-ce qu'", "c'est quoi le ", "c'est quoi la ", "c'est quoi l'", "c'est quoi un ",
  "c'est quoi une ", "c'est quoi ", "what is an ", "what is a ", "what is the ", "what are the ",
  "what is ", "what are ",
]
