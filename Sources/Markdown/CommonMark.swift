internal import CCmark

/// The parser behind ``Document``.
public enum CommonMark {
  /// The version of libcmark, as it names it.
  public static var version: String { unsafe String(cString: cmark_version_string()) }
}
