internal import BrowserSearch
internal import KnowledgeBase
internal import Notes

/// Where everything of a site lies: the pages of notes and folders, and how links of notes are written.
struct SitePlan: Sendable {
  /// The page of each note, by its place in `KnowledgeBase.notes`.
  let notePages: [PagePath]

  /// The notes whose page is not what ``pagePath(of:)`` says, because another has it.
  let movedNotes: [(note: String, page: PagePath)]

  /// The folders that hold notes, the content folder itself first, by path.
  let folders: [FolderPlan]

  /// The place in `folders` of each note's folder.
  let folderOfNote: [Int]

  /// The place of each note among those of its folder.
  let placeInFolder: [Int]

  /// Divides the notes among pages.
  ///
  /// - Complexity: O(*n* log *n*) in the number of notes.
  init(_ notes: [Note]) {
    var taken = Set(FixedPage.allCases.map(\.path)).subtracting([.home])
    var pages: [PagePath] = []
    var moved: [(note: String, page: PagePath)] = []
    // How many have asked for a page that another has.
    var counts: [PagePath: Int] = [:]
    var folders: [String: FolderPlan] = ["": FolderPlan(path: "", page: .home, title: "")]
    for (number, note) in notes.enumerated() {
      let usual = PagePath(String(decoding: pagePath(of: Array(note.path.utf8)), as: UTF8.self))
      var page = usual
      if !taken.insert(page).inserted {
        var count = counts[usual] ?? 1
        repeat {
          count += 1
          page = PagePath(usual.text.dropLast() + "-\(count)/")
        } while !taken.insert(page).inserted
        counts[usual] = count
        moved.append((note.path, page))
      }
      pages.append(page)
      let parts = note.path.split(separator: "/").dropLast()
      for depth in 0...parts.count {
        let path = parts.prefix(depth).joined(separator: "/")
        guard folders[path] == nil else { continue }
        let key = Array((path + "/index.md").utf8)
        folders[path] = FolderPlan(
          path: path, page: PagePath(String(decoding: pagePath(of: key), as: UTF8.self)),
          title: Note.title(fromPath: path))
        let parent = parts.prefix(depth - 1).joined(separator: "/")
        folders[parent]?.folders.append(path)
      }
      folders[parts.joined(separator: "/")]?.notes.append(number)
    }
    notePages = pages
    movedNotes = moved
    var list = folders.values.sorted { $0.path < $1.path }
    let places = Dictionary(
      list.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var folderOfNote = [Int](repeating: 0, count: notes.count)
    var placeInFolder = folderOfNote
    for place in list.indices {
      for (order, number) in list[place].notes.enumerated() {
        folderOfNote[number] = place
        placeInFolder[number] = order
      }
      let own = list[place].notes.first { pages[$0] == list[place].page }
      list[place].ownNote = own
      list[place].listedNotes = list[place].notes.filter { $0 != own }
      list[place].title = list[place].title(among: notes)
    }
    var folderPages: Set<PagePath> = []
    for place in list.indices {
      list[place].parent = list[place].parentPath.flatMap { places[$0] }
      let usual = list[place].page
      var count = 1
      // Names that differ in nothing but signs have one address.
      while !folderPages.insert(list[place].page).inserted {
        repeat {
          count += 1
          list[place].page = PagePath(usual.text.dropLast() + "-\(count)/")
        } while taken.contains(list[place].page)
      }
      // A page that is made besides, such as the glossary, may stand where the folder's would.
      let page = list[place].page
      list[place].isWritten = list[place].ownNote == nil && (page == .home || !taken.contains(page))
    }
    self.folders = list
    self.folderOfNote = folderOfNote
    self.placeInFolder = placeInFolder
  }
}

/// A folder of notes and its page.
struct FolderPlan: Hashable, Sendable {
  /// The path below the content folder; empty for that itself.
  let path: String
  var page: PagePath
  var title: String
  /// The places of its notes in `KnowledgeBase.notes`.
  var notes: [Int] = []
  /// The paths of the folders in it.
  var folders: [String] = []
  /// The note that is the folder's page: `index.md`, `README.md`.
  var ownNote: Int?

  /// The notes but for that one.
  var listedNotes: [Int] = []
  /// The place in `SitePlan.folders`.
  var parent: Int?
  /// Whether the page is made from the folder alone.
  var isWritten = true

  var parentPath: String? {
    guard !path.isEmpty else { return nil }
    return path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// The category that all its notes share, or else the folder's name.
  fileprivate func title(among notes: [Note]) -> String {
    let categories = Set(self.notes.compactMap { notes[$0].metadata.category })
    if self.notes.count > 1, categories.count == 1, let category = categories.first,
      self.notes.allSatisfy({ notes[$0].metadata.category != nil })
    {
      return category
    }
    return title.prefix(1).uppercased() + title.dropFirst()
  }
}

/// The pages that every site has, whatever its notes.
enum FixedPage: String, Hashable, Sendable, CaseIterable {
  case home = ""
  case services = "services/"
  case glossary = "glossaire/"
  case categories = "categories/"
  case architectures = "architectures/"
  case confusables = "a-ne-pas-confondre/"
  case missing = "notes-a-ecrire/"
  case revision = "revision/"
  case map = "carte/"
  case search = "recherche/"
  case quiz = "quiz/"
  case exam = "examen/"
  case allNotes = "notes/"
  case offline = "hors-ligne/"

  var path: PagePath { PagePath(rawValue) }

  /// What the page is called.
  var title: Wording {
    switch self {
    case .home: Wording("Accueil", "Home")
    case .services: Wording("Services", "Services")
    case .glossary: Wording("Glossaire", "Glossary")
    case .categories: Wording("Catégories", "Categories")
    case .architectures: Wording("Architectures", "Architectures")
    case .confusables: Wording("À ne pas confondre", "Not to be confused")
    case .missing: Wording("Notes à écrire", "Notes to write")
    case .revision: Wording("Fiche de révision", "Revision sheet")
    case .map: Wording("Carte des services", "Map of services")
    case .search: Wording("Recherche", "Search")
    case .quiz: Wording("Réviser", "Quiz")
    case .exam: Wording("Examen blanc", "Mock exam")
    case .allNotes: Wording("Toutes les notes", "All notes")
    case .offline: Wording("Hors ligne", "Offline")
    }
  }
}
