import Foundation

/// A folder of notes that are written, changed, renamed and removed at random, the same for each seed.
///
/// The words share no beginnings: what is near a word is known in each segment of an index alone.
struct RandomNotes {
  static let words = [
    "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliette",
    "kilo", "lima", "mike", "novembre", "oscar", "papa", "quebec", "romeo", "sierra", "tango",
    "uniforme", "victor", "whisky", "xylophone", "yankee", "zoulou",
  ]

  var random: SplitMix64
  private let folder: String
  private var paths: [String] = []
  private var count = 0

  init(seed: UInt64, folder: String) {
    random = SplitMix64(seed)
    self.folder = folder
  }

  /// Writes a new note.
  mutating func add(lines: Int = 6) throws {
    count += 1
    let places = ["a", "b/c", "b", "é", "z"]
    let path = "\(places[pick(places.count)])/\(word())-\(count).md"
    paths.append(path)
    try write(text(lines: lines), to: "\(folder)/\(path)")
  }

  /// Changes, adds, removes or renames a note.
  mutating func change() throws {
    guard paths.count > 5 else { return try add() }
    let place = pick(paths.count)
    let path = "\(folder)/\(paths[place])"
    switch pick(8) {
    case 0: try add()
    case 1:
      try FileManager.default.removeItem(atPath: path)
      paths.remove(at: place)
    case 2:
      count += 1
      paths[place] = "r/\(word())-\(count).md"
      try FileManager.default.createDirectory(
        atPath: "\(folder)/r", withIntermediateDirectories: true)
      try FileManager.default.moveItem(atPath: path, toPath: "\(folder)/\(paths[place])")
    case 3: try write(text(lines: 6), to: path)
    case 4:
      let old = try String(contentsOfFile: path, encoding: .utf8)
      try write("\(sentence())\n\n\(old)", to: path)
    default:
      let old = try String(contentsOfFile: path, encoding: .utf8)
      try write("\(old)\n\(sentence())\n", to: path)
    }
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func word() -> String { Self.words[pick(Self.words.count)] }

  private mutating func sentence() -> String {
    (0..<4 + pick(8)).map { _ in word() }.joined(separator: " ") + "."
  }

  private mutating func text(lines: Int) -> String {
    // A note that defines nothing, whose title may be a term's name.
    if pick(3) == 0 {
      return "# \(word())\n\n" + (0..<lines).map { _ in "\(sentence())\n\n" }.joined()
    }
    var text = ""
    if pick(5) == 0 {
      text += "---\nservice: \(word())\nalias: [\(word()) \(word())]\ncategorie: \(word())\n"
      text += pick(4) == 0 ? "recherche: non\n---\n" : "---\n"
    }
    text += pick(6) == 0 ? "" : "# \(word()) \(word())\n\n"
    for _ in 0..<lines {
      switch pick(9) {
      case 0: text += "## \(word())\n\n"
      case 1: text += "**\(word()) (\(word()) \(word()))** : \(sentence())\n\n"
      case 2: text += "- **\(word())** : \(sentence())\n\n"
      case 3: text += "\(word()) \(word()) : \(sentence())\n\n"
      default: text += "\(sentence())\n\n"
      }
    }
    return text
  }
}

/// A generator whose numbers are the same on every machine (Steele, Lea and Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
