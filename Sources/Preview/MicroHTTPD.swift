internal import CMicroHTTPD

/// The server behind ``PreviewServer``.
public enum MicroHTTPD {
  /// The version of libmicrohttpd, as it names it.
  public static var version: String { unsafe String(cString: MHD_get_version()) }
}
