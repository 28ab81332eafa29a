internal import HTML
internal import KnowledgeBase
internal import Markdown
internal import Notes

extension NoteMarkup {
  mutating func write(_ link: Link) {
    let (target, fragment) = parts(of: link.destination)
    let key = LinkKey(isWiki: false, target: target, fragment: fragment)
    let content = link.content.isEmpty ? [.text(link.destination)] : link.content
    writeLink(
      to: site.knowledge.destinations[number][key] ?? .external, address: link.destination,
      title: link.title.isEmpty ? nil : link.title, content)
  }

  mutating func write(_ link: WikiLink) {
    let key = LinkKey(isWiki: true, target: link.target, fragment: link.heading)
    let destination = site.knowledge.destinations[number][key] ?? .missing
    if link.isEmbed, case .file(let path) = destination, isPicture(path) {
      return writeImage(path: path, alternative: link.alias ?? "", title: "")
    }
    guard destination != .missing else {
      writer.element(
        "a", .class("missing"),
        .href(page.link(to: FixedPage.missing.path, anchor: addressWord(link.target))),
        Attribute("title", site.language("Note à écrire", "Note to write")), text: link.text)
      return
    }
    writeLink(to: destination, address: link.target, title: nil, [.text(link.text)])
  }

  private mutating func writeLink(
    to destination: LinkDestination, address: String, title: String?, _ content: [Inline]
  ) {
    // A link in a link is none.
    guard !isInLink else { return write(content) }
    isInLink = true
    defer { isInLink = false }
    switch destination {
    case .section(let place):
      let note = site.notes[place.note]
      let anchor = place.section > 0 ? note.sections[place.section].anchor : ""
      let target = site.plan.notePages[place.note]
      writer.start(
        "a", [.href(page.link(to: target, anchor: anchor)), Attribute("title", title)])
    case .missingSection(let note):
      writer.start(
        "a", [.href(page.link(to: site.plan.notePages[note])), Attribute("title", title)])
    case .file(let path):
      images.append(path)
      writer.start("a", [.href(page.link(toFile: copiedName(of: path)))])
    case .external where safeAddress(address) != nil:
      let isWeb = address.contains("://")
      writer.start(
        "a",
        [
          .href(safeAddress(address)), Attribute("rel", isWeb ? "noopener external" : nil),
          Attribute("title", title),
        ])
    case .external, .missing:
      let reason = site.language("Lien sans destination\u{A0}: ", "Link that leads nowhere: ")
      writer.start("span", [.class("broken"), Attribute("title", reason + address)])
      write(content)
      writer.end("span")
      return
    }
    write(content)
    writer.end("a")
  }

  private func parts(of destination: String) -> (target: String, fragment: String?) {
    guard let mark = destination.firstIndex(of: "#") else { return (destination, nil) }
    let fragment = destination[destination.index(after: mark)...]
    return (String(destination[..<mark]), fragment.isEmpty ? nil : String(fragment))
  }
}
