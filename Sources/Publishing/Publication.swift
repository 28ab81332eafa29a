/// How a site is published.
public struct PublishingOptions: Hashable, Sendable {
  /// Whether what the destination has and the site has not is removed there.
  public var deletes = false

  /// Whether it is only found out what would be done.
  public var isTrial = false

  /// Creates options.
  public init(deletes: Bool = false, isTrial: Bool = false) {
    (self.deletes, self.isTrial) = (deletes, isTrial)
  }
}

/// What publishing a site did, or in a trial would do; paths are those of the site's files, in order.
public struct Publication: Hashable, Sendable {
  /// What was sent: files that are new or changed.
  public var sent: [String] = []

  /// What was removed at the destination.
  public var removed: [String] = []

  /// What the destination has and the site has not, and was left there.
  public var strays: [String] = []

  /// The commit that holds the site, where it is published to a branch.
  public var commit: String?

  /// The paths that CloudFront was told to fetch anew.
  public var invalidated: [String] = []

  /// Whether the destination was as the site is.
  public var isEmpty: Bool { sent.isEmpty && removed.isEmpty }
}
