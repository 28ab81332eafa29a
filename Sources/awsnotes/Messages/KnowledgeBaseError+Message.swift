import KnowledgeBase
import YAML

extension Failure {
  /// Says why a knowledge base could not be opened, and what to do.
  init(_ error: KnowledgeBaseError) {
    self.init(error.message, status: .misuse)
  }
}

extension KnowledgeBaseError {
  var message: Localized {
    switch self {
    case .folderNotFound(let path):
      Localized(
        fr: "le dossier \(path) n’existe pas. Indiquez celui de vos notes avec --content.",
        en: "the folder \(path) does not exist. Name the folder of your notes with --content.")
    case .noNotes(let path):
      Localized(
        fr: """
          aucune note dans \(path). Créez-y un fichier .md ou indiquez un autre dossier avec \
          --content.
          """,
        en: "no note in \(path). Create a .md file there or name another folder with --content.")
    case .unwritable(let path, let reason):
      Localized(
        fr: """
          \(path)\u{A0}: on ne peut pas y écrire (\(inFrench(reason))). Choisissez un autre \
          endroit.
          """,
        en: "\(path): cannot be written (\(reason)). Choose another place.")
    case .unreadable(let path, let reason):
      Localized(
        fr: "\(path)\u{A0}: illisible (\(inFrench(reason)))", en: "\(path): unreadable (\(reason))")
    case .invalidYAML(let path, let error):
      Localized(
        fr: "\(path):\(error.line): YAML illisible (\(yamlProblemInFrench(error.problem)))",
        en: "\(path):\(error.line): unreadable YAML (\(error.problem))")
    case .invalidSetting(let path, let line, let problem):
      Localized(both: "\(path):\(line): ") + problem.message
    }
  }
}

extension SettingProblem {
  fileprivate var message: Localized {
    switch self {
    case .unknownKey(let key, let meant):
      Localized(fr: "réglage inconnu\u{A0}: ", en: "unknown setting: ") + .quoted(key)
        + (meant.map { meant in
          Localized(fr: ". Vouliez-vous dire ", en: ". Did you mean ") + .quoted(meant)
            + Localized(fr: "\u{A0}?", en: "?")
        } ?? .empty)
    case .wrongType(let key, let expected):
      .quoted(key) + Localized(fr: " attend ", en: " wants ") + expected.message
    case .outOfRange(let key, let range):
      .quoted(key)
        + Localized(
          fr: " attend un nombre de \(range.lowerBound) à \(range.upperBound)",
          en: " wants a number from \(range.lowerBound) to \(range.upperBound)")
    case .outOfDecimalRange(let key, let least, let greatest):
      .quoted(key)
        + Localized(
          fr: " attend un nombre de \(least) à \(greatest)",
          en: " wants a number from \(least) to \(greatest)")
    }
  }
}

extension SettingType {
  fileprivate var message: Localized {
    switch self {
    case .text: Localized(fr: "un texte", en: "a text")
    case .number: Localized(fr: "un nombre entier", en: "a whole number")
    case .decimal: Localized(fr: "un nombre, par exemple 0.9", en: "a number such as 0.9")
    case .parameters:
      Localized(fr: "une liste des 21 nombres de FSRS-6", en: "a list of the 21 numbers of FSRS-6")
    case .mapping: Localized(fr: "des clés avec leurs valeurs", en: "keys with values")
    case .names:
      Localized(
        fr: "une liste de listes de noms\u{A0}: - [pare-feu, firewall]",
        en: "a list of lists of names: - [pare-feu, firewall]")
    case .webAddress:
      Localized(
        fr: "l’adresse d’une page (https://…)", en: "the address of a page (https://…)")
    case .oneOf(let words):
      Localized(
        fr: words.joined(separator: " ou "), en: words.joined(separator: " or "))
    }
  }
}
