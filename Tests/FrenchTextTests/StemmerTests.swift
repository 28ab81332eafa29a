import CStemmer
import Foundation
import FrenchText
import Testing

@Suite struct StemmerTests {
  @Test(arguments: [
    ("mesure", "mesur"), ("yeux", "yeux"), ("jeux", "jeux"), ("", ""), ("é", "é"), ("s", "s"),
    ("haïe", "haï"), ("canoës", "cano"), ("paris", "paris"), ("équilibrage", "équilibrag"),
  ])
  func givesKnownStems(word: String, expected: String) {
    #expect(stems([word]) == [expected])
  }

  @Test func stemsItsOwnWordsAsLibstemmerDoes() throws {
    try compare(ownWords.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  @Test func stemsMadeUpWordsAsLibstemmerDoes() throws {
    let letters = Array("aeiouyâàëéêèïîôûùçœhsnqultmrcgbvéèaeis")
    let endings = ownWords.split(whereSeparator: \.isWhitespace).map { $0.suffix(7) }
    var random = FixedRandom(state: 3)
    try compare(
      (0..<20_000).map { index in
        let start = (0..<Int.random(in: 1...8, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "a"
        }
        return String(start) + endings[index % endings.count]
      })
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: dictionary),
      "The dictionary is missing: install Debian's wfrench to compare 346,205 forms."))
  func stemsTheWholeDictionaryAsLibstemmerDoes() throws {
    let text = try String(contentsOfFile: dictionary, encoding: .utf8)
    let words = text.split(separator: "\n").map { $0.lowercased() }
    #expect(words.count > 300_000)
    try compare(words)
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: notes.path),
      "There are no notes in ../shared/notes beside the checkout."))
  func stemsTheWordsOfNotesAsLibstemmerDoes() throws {
    let files = FileManager.default.enumerator(at: notes, includingPropertiesForKeys: nil)
    var words: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "md" else { continue }
      words.formUnion(forms(String(decoding: try Data(contentsOf: file), as: UTF8.self)))
    }
    #expect(words.count > 1_000)
    try compare(words.sorted())
  }

  /// Records the first words on which the stemmer and its oracle part.
  private func compare(
    _ words: [String], _ location: SourceLocation = #_sourceLocation
  ) throws {
    let oracle = try #require(Oracle(), sourceLocation: location)
    let differing = zip(words, stems(words)).filter { oracle.stem($0.0) != $0.1 }
    #expect(
      differing.isEmpty, "\(differing.count) of \(words.count): \(differing.prefix(10))",
      sourceLocation: location)
  }

  private func stems(_ words: [String]) -> [String] {
    var stemmer = FrenchStemmer()
    return words.map { word in
      var form = Array(word.utf8)
      stemmer.stem(&form)
      return String(decoding: form, as: UTF8.self)
    }
  }
}

private let dictionary = "/usr/share/dict/french"

private let notes = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "shared/notes")

/// One word or more for each rule of the algorithm.
private let ownWords = """
  ralentissement ralentissements établissement négativement relativement significativement
  administratrice opérateurs réplication réplications indicatrice technologie technologies
  diffusion solutions résidence fréquences couramment fréquemment évidemment rapidement
  heureusement avantageusement durablement automatiquement entièrement premièrement compteuse
  coûteuses élasticité disponibilité publicité sensitivité relatif administratifs communicatif
  niveaux réseaux régionaux yeux finissent choisissait mûrîmes finît bâtie nourrit envoie nettoya
  payâmes chargeât mangeait sauvegardassions hébergions répartions chiffrées déployèrent accédez
  avançait lança essuyer quotidien paquet qualité équité guide langue ambiguë haïs naïf héroïque
  maïs cheval régional parie colis tapis nier niaient annoncer ouïe aïeul yacht voyelle
  constitutionnelle sommeille internet chouette passion expressions policier policière lumières
  ennuyeux jouaient louions oxygène œuvres cœur bœufs île août çà maçon près après clés
  """

/// The stemmer of libstemmer, freed with its owner.
@safe private final class Oracle {
  private let stemmer: OpaquePointer

  init?() {
    guard let stemmer = unsafe sb_stemmer_new("french", "UTF_8") else { return nil }
    unsafe self.stemmer = stemmer
  }

  deinit { unsafe sb_stemmer_delete(stemmer) }

  func stem(_ word: String) -> String? {
    let bytes = Array(word.utf8)
    guard let stem = unsafe sb_stemmer_stem(stemmer, bytes, Int32(bytes.count)) else { return nil }
    let count = unsafe Int(sb_stemmer_length(stemmer))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
  }
}
