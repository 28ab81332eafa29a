/// Reads SQL as its common dialects write it.
struct SQLLexer: Lexer {
  mutating func step(_ scanner: inout Scanner) {
    if scanner.previous == .newline, takePrompt(&scanner) { return }
    switch scanner[0] {
    case .dash where scanner.sees("--"): scanner.takeLineComment()
    case .hash where scanner.previous.isSpace && scanner[1].isSpace: scanner.takeLineComment()
    case UInt8(ascii: "/") where scanner.sees("/*"): scanner.takeBlockComment()
    // Two quotes in a row stand for one: two texts that touch are one token.
    case .singleQuote, .doubleQuote: scanner.takeQuoted(runsOn: true, escapes: false)
    case UInt8(ascii: "`"):
      let start = scanner.position
      scanner.advance()
      scanner.skip { $0 != UInt8(ascii: "`") && $0 != .newline }
      scanner.advance(scanner[0] == UInt8(ascii: "`") ? 1 : 0)
      scanner.add(.name, from: start)
    case UInt8(ascii: "@"), UInt8(ascii: ":"), .dollar: takeVariable(&scanner)
    case let byte where byte.isDigit: scanner.takeNumber()
    case let byte where byte.isWordByte: takeWord(&scanner)
    default: scanner.advance()
    }
  }

  /// Reads `mysql> `, `base=# `, `base=> ` or `    -> `.
  private func takePrompt(_ scanner: inout Scanner) -> Bool {
    var last = scanner.position
    while scanner.byte(at: last).isBlank || scanner.byte(at: last).isWordByte,
      last - scanner.position < 64
    { last += 1 }
    if scanner.byte(at: last) == .equals || scanner.byte(at: last) == .dash { last += 1 }
    guard last > scanner.position, !scanner.byte(at: last - 1).isBlank,
      scanner.byte(at: last) == UInt8(ascii: ">")
        || (scanner.byte(at: last) == .hash && scanner.byte(at: last - 1) == .equals),
      scanner.byte(at: last + 1) == 0x20
    else { return false }
    let start = scanner.position
    scanner.advance(last + 1 - start)
    scanner.add(.prompt, from: start)
    return true
  }

  private func takeVariable(_ scanner: inout Scanner) {
    let start = scanner.position
    let isCast = scanner.sees("::")
    scanner.skip { $0.isOne(of: "@:$") }
    let name = scanner.position
    scanner.skip(while: \.isWordByte)
    if scanner.position > name, !isCast, name - start <= 2 { scanner.add(.variable, from: start) }
  }

  private func takeWord(_ scanner: inout Scanner) {
    let start = scanner.position
    scanner.skip(while: \.isWordByte)
    if Self.keywords.contains(scanner.word(from: start).uppercased()) {
      scanner.add(.keyword, from: start)
    } else if scanner[0] == UInt8(ascii: "(") {
      scanner.add(.name, from: start)
    }
  }

  private static let keywords = Set(
    """
    ADD ALL ALTER ANALYZE AND ANY AS ASC AUTO_INCREMENT BEGIN BETWEEN BIGINT BLOB BOOLEAN BY CASCADE CASE CAST
    CHAR CHARACTER CHECK COLLATE COLUMN COMMENT COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT_DATE
    CURRENT_TIMESTAMP DATABASE DATABASES DATE DATETIME DECIMAL DECLARE DEFAULT DELETE DESC DESCRIBE DISTINCT DO
    DOUBLE DROP ELSE END ENGINE EXCEPT EXECUTE EXISTS EXPLAIN EXTENSION EXTERNAL FALSE FETCH FLOAT FLUSH FOR
    FOREIGN FROM FULL FUNCTION GRANT GROUP HAVING IDENTIFIED IF ILIKE IN INDEX INNER INSERT INT INTEGER INTERSECT
    INTERVAL INTO IS JOIN JSON JSONB KEY LEFT LIKE LIMIT LOCATION NATURAL NOT NULL NUMERIC OF OFFSET ON OPTION OR
    ORDER OUTER OVER OWNER PARTITION PARTITIONED PASSWORD PRIMARY PRIVILEGES PROCEDURE REAL REFERENCES RENAME
    REPLACE RETURN RETURNING RETURNS REVOKE RIGHT ROLE ROLLBACK ROW ROWS SCHEMA SELECT SEQUENCE SERIAL SET SHOW
    SMALLINT STORED TABLE TABLES TBLPROPERTIES TEMPORARY TEXT THEN TIME TIMESTAMP TIMESTAMPTZ TO TRANSACTION
    TRIGGER TRUE TRUNCATE UNION UNIQUE UNNEST UNSIGNED UPDATE USE USER USING UUID VALUES VARCHAR VIEW WHEN WHERE
    WITH
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
