extension Command {
  /// What `make install` and the packages make their pages for `man` with.
  static let manual = Command(
    name: "manual",
    summary: Localized(
      fr: "écrit la page de manuel, pour man", en: "write the manual page, for man"),
    isHidden: true,
    run: { _, console in
      let page = ManualPage(
        table: console.table, language: console.language, date: Build.current.date)
      console.output.writeRaw(page.source)
      return .success
    })
}
