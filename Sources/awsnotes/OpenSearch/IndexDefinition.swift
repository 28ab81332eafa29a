import FrenchText
import KnowledgeBase
import Search

/// What OpenSearch is told when an index for a ``BulkFile`` is made: how text is taken apart, which fields there
/// are and what they weigh.
///
/// Words are analysed as our own index does as far as OpenSearch has the parts: elision, accents, French stems;
/// filler words and synonyms are a matter of the query. `q=…` and `simple_query_string` without fields look into
/// the fields of our ranking with its weights.
///
/// https://docs.opensearch.org/latest/api-reference/index-apis/create-index/
struct IndexDefinition {
  let knowledgeBase: KnowledgeBase

  /// The body of the request that makes the index.
  var json: JSON {
    let numbers = RankingNumbers.own
    let weights = [
      ("title", numbers.title), ("terms", numbers.terms), ("headings", numbers.headings),
      ("text", numbers.text),
    ]
    return .object([
      (
        "settings",
        .object([
          (
            "index",
            .object([
              (
                "query",
                .object([
                  ("default_field", .array(weights.map { .string("\($0)^\($1)") }))
                ])
              ),
              (
                "similarity",
                .object([
                  (
                    "default",
                    .object([
                      ("type", .string("BM25")), ("k1", .number(numbers.k1)),
                      ("b", .number(numbers.b)),
                    ])
                  )
                ])
              ),
            ])
          ),
          ("analysis", analysis),
        ])
      ),
      ("mappings", Self.mappings),
    ])
  }

  // MARK: Analysis

  private var analysis: JSON {
    let beginning = ["lowercase", "notes_elision", "asciifolding"]
    // Rules of synonyms are read with what stands before them: filler words in names are taken away later.
    let searched = beginning + ["notes_synonyms", "notes_fillers", "notes_stemmer"]
    return .object([
      (
        "filter",
        .object([
          (
            "notes_elision",
            .object([("type", .string("elision")), ("articles", Self.words(elidedWords.words))])
          ),
          (
            "notes_synonyms",
            .object([
              ("type", .string("synonym_graph")), ("lenient", .boolean(true)),
              ("synonyms", .array(synonyms.map(JSON.string))),
            ])
          ),
          (
            "notes_fillers",
            .object([("type", .string("stop")), ("stopwords", Self.words(fillerWords))])
          ),
          (
            "notes_stemmer",
            .object([("type", .string("stemmer")), ("language", .string("light_french"))])
          ),
        ])
      ),
      (
        "analyzer",
        .object([
          ("notes", Self.analyzer(beginning + ["notes_stemmer"])),
          ("notes_search", Self.analyzer(searched)),
        ])
      ),
      (
        "normalizer",
        .object([
          (
            "notes_label",
            .object([
              ("type", .string("custom")),
              ("filter", .array(["lowercase", "asciifolding"].map(JSON.string))),
            ])
          )
        ])
      ),
    ])
  }

  private static func analyzer(_ filters: [String]) -> JSON {
    .object([
      ("type", .string("custom")), ("tokenizer", .string("standard")),
      ("filter", .array(filters.map(JSON.string))),
    ])
  }

  private static func words(_ words: [[UInt8]]) -> JSON {
    .array(Set(words).map { String(decoding: $0, as: UTF8.self) }.sorted().map(JSON.string))
  }

  // MARK: Fields

  /// Lucene refuses terms of more than 32,766 bytes, four a character; what is longer is kept and not looked for.
  private static let longestLabel = 8191

  private static let mappings: JSON = {
    let text = JSON.object([
      ("type", .string("text")), ("analyzer", .string("notes")),
      ("search_analyzer", .string("notes_search")),
    ])
    let label = JSON.object([
      ("type", .string("keyword")), ("normalizer", .string("notes_label")),
      ("ignore_above", .integer(longestLabel)),
    ])
    let plain = JSON.object([("type", .string("keyword"))])
    return .object([
      ("dynamic", .string("strict")),
      (
        "properties",
        .object([
          ("path", plain), ("anchor", plain),
          ("line", .object([("type", .string("integer"))])), ("note", text), ("title", text),
          ("headings", text), ("terms", text), ("text", text), ("services", label),
          ("categories", label), ("tags", label),
          ("prior", .object([("type", .string("float"))])),
        ])
      ),
    ])
  }()
}
