/// What an Anki collection of schema 11 holds besides notes and cards.
struct AnkiSchema {
  /// The decks' names, sorted.
  let decks: [String]

  /// When they were changed, in seconds since 1970.
  let modified: Int

  /// When the collection was made; always the same.
  static let created = 1_763_683_200

  /// The number of a deck, made of its name: the same in every package.
  func id(ofDeck name: String) -> Int { AnkiNote.number(SHA1.digest(name.utf8)) }

  /// The decks, Anki's own first one among them.
  var deckList: String {
    let all = [(1, "Default")] + decks.map { (id(ofDeck: $0), $0) }
    return Self.object(all.map { (String($0.0), deck($0.0, $0.1)) })
  }

  private func deck(_ id: Int, _ name: String) -> String {
    Self.object([
      ("id", String(id)), ("name", JSONValue.quoted(name)), ("mod", String(modified)),
      ("usn", "-1"), ("desc", "\"\""), ("dyn", "0"), ("conf", "1"), ("collapsed", "false"),
      ("browserCollapsed", "false"), ("extendNew", "0"), ("extendRev", "0"),
      ("newToday", "[0,0]"), ("revToday", "[0,0]"), ("lrnToday", "[0,0]"), ("timeToday", "[0,0]"),
    ])
  }

  /// The note types.
  var models: String {
    Self.object(AnkiNote.Model.allCases.map { (String($0.id), model($0)) })
  }

  private func model(_ model: AnkiNote.Model) -> String {
    let fields = model.fields.enumerated().map { place, name in
      Self.object([
        ("name", JSONValue.quoted(name)), ("ord", String(place)), ("sticky", "false"),
        ("rtl", "false"), ("font", "\"Arial\""), ("size", "20"), ("media", "[]"),
      ])
    }
    let template = Self.object([
      ("name", "\"Carte 1\""), ("ord", "0"), ("qfmt", JSONValue.quoted(Self.question(model))),
      ("afmt", JSONValue.quoted(Self.answer(model))), ("bqfmt", "\"\""), ("bafmt", "\"\""),
      ("did", "null"), ("bfont", "\"\""), ("bsize", "0"),
    ])
    return Self.object([
      ("id", String(model.id)), ("name", JSONValue.quoted(model.name)),
      ("type", model == .cloze ? "1" : "0"), ("mod", String(modified)), ("usn", "-1"),
      ("sortf", "0"), ("did", "1"), ("tmpls", "[\(template)]"),
      ("flds", "[\(fields.joined(separator: ","))]"), ("css", JSONValue.quoted(Self.style)),
      ("latexPre", "\"\""), ("latexPost", "\"\""), ("latexsvg", "false"),
      ("req", "[[0,\"any\",[0]]]"), ("tags", "[]"), ("vers", "[]"),
    ])
  }

  private static func question(_ model: AnkiNote.Model) -> String {
    switch model {
    case .basic: "{{Recto}}"
    case .cloze: "{{cloze:Texte}}"
    case .choice: "{{Question}}<div class=\"choix\">{{Choix}}</div>"
    }
  }

  private static func answer(_ model: AnkiNote.Model) -> String {
    let source = "<footer>{{Source}}</footer>"
    return switch model {
    case .basic: "{{FrontSide}}<hr id=\"answer\">{{Verso}}\(source)"
    case .cloze: "{{cloze:Texte}}<br>{{Verso}}\(source)"
    case .choice: "{{FrontSide}}<hr id=\"answer\"><div class=\"choix\">{{Réponse}}</div>\(source)"
    }
  }

  private static let style = """
    .card { font-family: sans-serif; font-size: 20px; line-height: 1.4; text-align: center; }
    .choix { display: inline-block; text-align: left; }
    .cloze { font-weight: bold; color: #1a5fb4; }
    .nightMode .cloze { color: #99c1f1; }
    footer { margin-top: 2em; font-size: 13px; opacity: 0.7; }
    """

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { JSONValue.quoted($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }
}

// MARK: - What is the same in all packages

extension AnkiSchema {
  /// Settings of the collection, which an import passes over.
  static let configuration = """
    {"nextPos":1,"estTimes":true,"activeDecks":[1],"sortType":"noteFld","timeLim":0,\
    "sortBackwards":false,"addToCur":true,"curDeck":1,"newBury":true,"newSpread":0,\
    "dueCounts":true,"curModel":null,"collapseTime":1200}
    """

  /// Options of decks: Anki's own.
  static let options = """
    {"1":{"id":1,"name":"Default","mod":0,"usn":0,"maxTaken":60,"autoplay":true,"timer":0,\
    "replayq":true,"dyn":false,\
    "new":{"bury":true,"delays":[1,10],"initialFactor":2500,"ints":[1,4,7],"order":1,\
    "perDay":20,"separate":true},\
    "rev":{"bury":true,"ease4":1.3,"fuzz":0.05,"ivlFct":1,"maxIvl":36500,"minSpace":1,\
    "perDay":200},\
    "lapse":{"delays":[10],"leechAction":0,"leechFails":8,"minInt":1,"mult":0}}}
    """

  /// The tables.
  static let tables = """
    CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
      scm integer not null, ver integer not null, dty integer not null, usn integer not null,
      ls integer not null, conf text not null, models text not null, decks text not null,
      dconf text not null, tags text not null);
    CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
      mod integer not null, usn integer not null, tags text not null, flds text not null,
      sfld integer not null, csum integer not null, flags integer not null, data text not null);
    CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
      ord integer not null, mod integer not null, usn integer not null, type integer not null,
      queue integer not null, due integer not null, ivl integer not null, factor integer not null,
      reps integer not null, lapses integer not null, left integer not null, odue integer not null,
      odid integer not null, flags integer not null, data text not null);
    CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
      ease integer not null, ivl integer not null, lastIvl integer not null,
      factor integer not null, time integer not null, type integer not null);
    CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    CREATE INDEX ix_notes_csum ON notes (csum);
    """
}
