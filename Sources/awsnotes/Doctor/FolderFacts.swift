import Glibc

/// What can be told of a folder without writing to it.
struct FolderFacts {
  let path: String

  /// Whether it is there; what is not is made when it is needed.
  let exists: Bool

  /// Whether it, or the nearest folder above that is there, can be written.
  let isWritable: Bool

  /// What is free on its disk for this user, in bytes; `nil` if the system does not tell.
  let free: Int?

  init(_ path: String) {
    self.path = path
    exists = unsafe access(path, F_OK) == 0
    var place = path
    while unsafe access(place, F_OK) != 0, let slash = place.lastIndex(of: "/"), place != "/" {
      place = slash == place.startIndex ? "/" : String(place[..<slash])
    }
    if unsafe access(place, F_OK) != 0 { place = "." }
    isWritable = unsafe access(place, W_OK | X_OK) == 0
    var status = statvfs()
    free =
      unsafe statvfs(place, &status) == 0
      ? Int(clamping: status.f_bavail.multipliedReportingOverflow(by: status.f_frsize).partialValue)
      : nil
  }
}

extension FolderFacts {
  /// With less than this, the next index or answer may not be kept, in bytes.
  private static let leastFree = 16 << 20

  /// What the rows of a folder that the program writes to say.
  ///
  /// - Parameters:
  ///   - label: What the folder is for.
  ///   - variable: The variable that can name another one.
  /// - Returns: The folder itself, and what is free on its disk.
  func rows(_ label: Localized, variable: String) -> [Checkup.Row] {
    let state =
      exists
      ? (isWritable
        ? Localized(fr: " (modifiable)", en: " (writable)")
        : Localized(fr: " (lecture seule)", en: " (read-only)"))
      : Localized(fr: " (pas encore créé)", en: " (not made yet)")
    let verdict: Checkup.Verdict =
      isWritable
      ? .fine
      : .trouble(
        Localized(
          fr: """
            on ne peut pas y écrire. Rendez-le modifiable ou indiquez-en un autre dans \(variable).
            """,
          en: "it cannot be written. Make it writable or name another one in \(variable)."))
    var rows = [
      Checkup.Row("folder", label, path: path, note: state, verdict),
      Checkup.Row(
        key: "writable", label: .empty, text: .empty, value: .boolean(isWritable)),
    ]
    if let free {
      rows.append(
        Checkup.Row(
          key: "freeBytes", label: Localized(fr: "place libre", en: "free space"),
          text: byteCount(free), value: .integer(free),
          verdict: free >= Self.leastFree
            ? .fine
            : .trouble(
              Localized(
                fr: "le disque est presque plein. Faites de la place.",
                en: "the disk is nearly full. Make room."))))
    }
    return rows
  }
}

/// A number of bytes as a person reads it: `1,2 Mo`, `1.2 MB`.
func byteCount(_ bytes: Int) -> Localized {
  let french = ["octets", "ko", "Mo", "Go", "To"]
  let english = ["bytes", "kB", "MB", "GB", "TB"]
  var (tenths, unit) = (bytes.multipliedReportingOverflow(by: 10).partialValue, 0)
  while tenths >= 10_000, unit + 1 < french.count {
    tenths /= 1000
    unit += 1
  }
  let isWhole = unit == 0 || tenths >= 1000
  let (whole, rest) = (tenths / 10, tenths % 10)
  return Localized(
    fr: "\(whole)\(isWhole ? "" : ",\(rest)")\u{A0}\(french[unit])",
    en: "\(whole)\(isWhole ? "" : ".\(rest)") \(english[unit])")
}
