import Foundation

// What a reader does with keyboard and finger.
extension Tab {
  /// Keys that are no letter.
  private static let codes = [
    "Enter": 13, "Escape": 27, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37,
    "ArrowRight": 39, " ": 32,
  ]

  /// Presses a key and lets it go.
  ///
  /// - Parameters:
  ///   - key: As `KeyboardEvent.key` names it.
  ///   - isControl: Whether Control is held.
  ///   - isShift: Whether Shift is held.
  /// - Throws: ``Failure`` if the page is gone.
  func press(_ key: String, isControl: Bool = false, isShift: Bool = false) throws {
    let code = Self.codes[key] ?? key.uppercased().utf16.first.map(Int.init) ?? 0
    let text = ["Enter": "\r", "Tab": nil][key] ?? (key.count == 1 ? key : nil)
    var event: [String: JSON] = [
      "type": text == nil || isControl ? "rawKeyDown" : "keyDown", "key": .text(key),
      "windowsVirtualKeyCode": .number(Double(code)),
      "modifiers": .number((isControl ? 2 : 0) + (isShift ? 8 : 0)),
    ]
    if let text, !isControl { event["text"] = .text(text) }
    try send("Input.dispatchKeyEvent", .object(event))
    event["type"] = "keyUp"
    event["text"] = nil
    try send("Input.dispatchKeyEvent", .object(event))
  }

  /// Writes into what has the focus.
  func type(_ text: String) throws {
    for letter in text { try press(String(letter)) }
  }

  /// Touches an element once.
  func tap(_ selector: String) throws {
    let place = try evaluate(
      """
      (() => {
        const element = document.querySelector(\(quoted(selector)));
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const box = element.getClientRects()[0];
        return [box.left + box.width / 2, box.top + box.height / 2];
      })()
      """)
    guard let point = place.list, point.count == 2 else { throw Failure("\(selector) is nowhere") }
    try tap(at: point[0], point[1])
  }

  /// Touches a place of the window once.
  func tap(at x: JSON, _ y: JSON) throws {
    try send(
      "Input.dispatchTouchEvent", ["type": "touchStart", "touchPoints": [["x": x, "y": y]]])
    try send("Input.dispatchTouchEvent", ["type": "touchEnd", "touchPoints": []])
  }

  /// Goes on with Tab until an element has the focus, as who has no mouse does.
  func tab(to selector: String) throws {
    let test = "document.activeElement?.matches(\(quoted(selector)))"
    for _ in 0..<300 {
      if try evaluate(test).flag == true { return }
      try press("Tab")
    }
    throw Failure("Tab does not lead to \(selector)")
  }

  /// Gives a file to a field.
  func choose(_ file: String, in selector: String) throws {
    let root = try send("DOM.getDocument")["root"]?["nodeId"] ?? .null
    let node = try send("DOM.querySelector", ["nodeId": root, "selector": .text(selector)])
    try send(
      "DOM.setFileInputFiles", ["nodeId": node["nodeId"] ?? .null, "files": [.text(file)]])
  }
}
