import Foundation
import Testing

/// A page in a browser that has never seen the site.
final class Tab {
  private let chromium: Chromium
  private let context: JSON
  private let target: JSON
  let session: String

  /// Opens an empty page.
  ///
  /// - Parameters:
  ///   - isPhone: Whether the page is small and touched.
  ///   - neighbour: Another page of the same browser, which shares with this what it keeps.
  /// - Throws: ``Failure`` if there is no browser to open it in.
  init(isPhone: Bool = false, beside neighbour: Tab? = nil) throws {
    chromium = try Chromium.shared.get()
    if let neighbour {
      context = neighbour.context
    } else {
      let made = try chromium.send("Target.createBrowserContext", ["disposeOnDetach": true])
      context = made["browserContextId"] ?? .null
    }
    let made = try chromium.send(
      "Target.createTarget", ["url": "about:blank", "browserContextId": context])
    target = made["targetId"] ?? .null
    let attached = try chromium.send(
      "Target.attachToTarget", ["targetId": target, "flatten": true])
    session = attached["sessionId"]?.text ?? ""
    for domain in ["Page", "Runtime", "Log", "DOM"] { try send(domain + ".enable") }
    // A page that is not shown has no focus, unless it is made to believe so.
    try send("Emulation.setFocusEmulationEnabled", ["enabled": true])
    try send(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": isPhone ? 390 : 1280, "height": 844, "deviceScaleFactor": 1,
        "mobile": .flag(isPhone),
      ])
    guard isPhone else { return }
    try send("Emulation.setTouchEmulationEnabled", ["enabled": true])
    let features: JSON = [
      ["name": "hover", "value": "none"], ["name": "pointer", "value": "coarse"],
    ]
    try send("Emulation.setEmulatedMedia", ["features": features])
  }

  deinit { _ = try? chromium.send("Target.closeTarget", ["targetId": target]) }

  @discardableResult
  func send(_ method: String, _ parameters: JSON = [:]) throws -> JSON {
    try chromium.send(method, parameters, session: session)
  }

  /// Sends a command that concerns all pages of this one's browser.
  func sendToBrowser(_ method: String, _ parameters: [String: JSON]) throws {
    _ = try chromium.send(
      method, .object(parameters.merging(["browserContextId": context]) { $1 }))
  }

  // MARK: - Going

  /// Goes to an address and waits until the page and its scripts are there.
  func open(_ address: String) throws {
    let answer = try send("Page.navigate", ["url": .text(address)])
    if let error = answer["errorText"]?.text { throw Failure("\(address): \(error)") }
    try wait(for: "document.readyState === 'complete' && Boolean(window.awsnotes)")
  }

  /// Loads the page again.
  func reload() throws {
    try evaluate("window.isOld = true")
    try send("Page.reload")
    try wait(for: "!window.isOld && document.readyState === 'complete' && Boolean(window.awsnotes)")
  }

  /// The path of the address with its query.
  func address() throws -> String {
    try evaluate("location.pathname + location.search").text ?? ""
  }

  // MARK: - Asking

  /// What an expression is in the page.
  @discardableResult
  func evaluate(_ expression: String) throws -> JSON {
    let answer = try send(
      "Runtime.evaluate",
      [
        "expression": .text(expression), "returnByValue": true, "awaitPromise": true,
        "userGesture": true,
      ])
    if let thrown = answer["exceptionDetails"] {
      throw Failure("\(expression): \(thrown["exception"]?["description"]?.text ?? "thrown")")
    }
    return answer["result"]?["value"] ?? .null
  }

  /// The text of the first element; empty where there is none.
  func text(_ selector: String) throws -> String {
    try evaluate("document.querySelector(\(quoted(selector)))?.innerText ?? ''").text ?? ""
  }

  /// Whether a selector holds for an element that can be seen.
  func shows(_ selector: String) throws -> Bool {
    try evaluate(
      "[...document.querySelectorAll(\(quoted(selector)))].some((element) => element.checkVisibility())"
    ).flag ?? false
  }

  /// Waits until an expression is true.
  ///
  /// - Throws: ``Failure`` after a time that is never needed.
  func wait(
    for expression: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let end = ContinuousClock.now + Chromium.limit
    while ContinuousClock.now < end {
      // While a page goes to another, there may be nobody to ask.
      if (try? evaluate("(async () => Boolean(\(expression)))()").flag) == true { return }
      usleep(20_000)
    }
    let shown = (try? evaluate("document.body.innerText.slice(0, 2000)").text) ?? "nothing"
    Issue.record("never came true: \(expression)\n\(shown)", sourceLocation: sourceLocation)
    throw Failure("never came true: \(expression)")
  }

  /// Waits until an element can be seen.
  func wait(
    toSee selector: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait(
      for: "document.querySelector(\(quoted(selector)))?.checkVisibility()",
      sourceLocation: sourceLocation)
  }

  /// What the console showed as an error, refusals by the Content-Security-Policy among it.
  func errors() throws -> [String] {
    try chromium.events(of: session).compactMap { event in
      switch event["method"]?.text {
      case "Runtime.exceptionThrown":
        return event["params"]?["exceptionDetails"]?["exception"]?["description"]?.text ?? "thrown"
      case "Log.entryAdded" where event["params"]?["entry"]?["level"] == "error":
        return event["params"]?["entry"]?["text"]?.text
      default: return nil
      }
    }
  }
}

/// A text as JavaScript writes it.
func quoted(_ text: String) -> String {
  (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
}
