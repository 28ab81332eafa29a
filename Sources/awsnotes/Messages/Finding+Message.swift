import KnowledgeBase
import Notes

extension Finding.Kind {
  /// A word for programs, the same in every language.
  var name: String {
    switch self {
    case .note(let kind): kind.name
    case .brokenLink: "broken-link"
    case .brokenAnchor: "broken-anchor"
    case .unresolvedWikiLink: "unresolved-wiki-link"
    case .missingImage: "missing-image"
    case .foreignPath: "foreign-path"
    case .duplicateDefinition: "duplicate-definition"
    case .unreadableEntry: "unreadable"
    }
  }

  /// What it is, for a person.
  ///
  /// - Parameter shown: The path of a note as a person would type it.
  /// - Returns: The message, without its place.
  func message(shown: (String) -> String) -> Localized {
    switch self {
    case .note(let kind): kind.message
    case .brokenLink(let target):
      Localized(fr: "lien mort\u{A0}: ", en: "dead link: ") + Localized(both: target)
    case .brokenAnchor(let target, let fragment):
      Localized(
        fr: "\(shown(target)) n’a pas de titre #\(fragment)",
        en: "\(shown(target)) has no heading #\(fragment)")
    case .unresolvedWikiLink(let name):
      Localized(fr: "aucune note ne s’appelle ", en: "no note is called ") + .quoted(name)
    case .missingImage(let source):
      Localized(fr: "image introuvable\u{A0}: ", en: "missing image: ") + Localized(both: source)
    case .foreignPath(let path):
      Localized(
        fr: "chemin d’une autre machine\u{A0}: ", en: "path of another machine: ")
        + Localized(both: path)
    case .duplicateDefinition(let term, let path, let line):
      .quoted(term)
        + Localized(
          fr: " est déjà défini dans \(shown(path)):\(line)",
          en: " is defined in \(shown(path)):\(line) already")
    case .unreadableEntry:
      Localized(
        fr: "illisible\u{A0}: droits, lien sans but ou nom qui n’est pas en UTF-8",
        en: "unreadable: permissions, a link to nothing or a name that is not UTF-8")
    }
  }
}

extension Problem.Kind {
  fileprivate var name: String {
    switch self {
    case .firstHeading: "first-heading"
    case .headingJump, .headingAbove: "heading-jump"
    case .emptySection: "empty-section"
    case .frontMatterUnreadable, .frontMatterType: "front-matter"
    case .notUnicode: "encoding"
    case .tooLarge: "too-large"
    case .unreadable: "unreadable"
    }
  }

  fileprivate var message: Localized {
    switch self {
    case .firstHeading(let level):
      Localized(
        fr: "le premier titre est de niveau \(level), sans titre de niveau 1 au-dessus",
        en: "the first heading has level \(level), with no heading of level 1 above")
    case .headingJump(let from, let to):
      Localized(
        fr: "un titre de niveau \(to) suit un titre de niveau \(from)",
        en: "a level-\(to) heading follows level \(from)")
    case .headingAbove(let level, let parent):
      Localized(
        fr: "un titre de niveau \(level) se trouve sous un titre de niveau \(parent)",
        en: "a level-\(level) heading stands below one of level \(parent)")
    case .emptySection(let title):
      Localized(fr: "section vide\u{A0}: ", en: "empty section: ") + .quoted(title)
    case .frontMatterUnreadable(let reason):
      Localized(fr: "en-tête illisible\u{A0}: ", en: "unreadable front matter: ")
        + Localized(fr: yamlProblemInFrench(reason), en: reason)
    case .frontMatterType(let key, let expected):
      Localized(fr: "en-tête illisible\u{A0}: ", en: "unreadable front matter: ") + .quoted(key)
        + Localized(fr: " attend ", en: " wants ") + expected.message
    case .notUnicode:
      Localized(
        fr: "à partir de cette ligne, des octets qui ne sont pas de l’UTF-8, lus en Windows-1252",
        en: "from this line on, bytes that are not UTF-8, read as Windows-1252")
    case .tooLarge(let megabytes, let limit):
      Localized(
        fr: """
          note de \(megabytes) Mo, non lue\u{A0}: la limite est de \(limit) Mo. Relevez-la dans \
          awsnotes.yml (limites\u{A0}: taille_note).
          """,
        en: """
          a note of \(megabytes) MB was not read: the limit is \(limit) MB. Raise it in \
          awsnotes.yml (limits: note_size).
          """)
    case .unreadable(let reason):
      Localized(fr: "fichier illisible (\(inFrench(reason)))", en: "unreadable file (\(reason))")
    }
  }
}

extension Metadata.Expected {
  fileprivate var message: Localized {
    switch self {
    case .text: Localized(fr: "un texte, pas une liste", en: "a text, not a list")
    case .texts: Localized(fr: "une liste de textes", en: "a list of texts")
    case .mapping: Localized(fr: "des clés avec leurs valeurs", en: "keys with values")
    }
  }
}
