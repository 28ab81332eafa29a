/// What has made pages run other people's scripts, in the shapes that are known of it.
///
/// Each calls `alert`, which a test replaces by something that leaves a mark.
enum Injections {
  static let all: [String] = elements + handlers + addresses + breaks + encodings + markdown

  /// Elements that run or fetch something by themselves.
  private static let elements = [
    "<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<script/x>alert(1)</script>",
    "<script\n>alert(1)</script\n>", "<script src=\"data:text/javascript,alert(1)\"></script>",
    "<script type=module>alert(1)</script>", "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<svg><script>alert(1)</script></svg>",
    "<svg><script href=\"data:,alert(1)\"/></svg>", "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
    "<object data=\"javascript:alert(1)\"></object>",
    "<object data=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\"></object>",
    "<embed src=\"javascript:alert(1)\">", "<base href=\"javascript:alert(1)//\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=\"javascript:alert(1)\">",
    "<link rel=import href=\"data:text/html,x\">",
    "<style>@import 'javascript:alert(1)';</style>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<form action=\"javascript:alert(1)\"><button>x</button></form>",
    "<button formaction=\"javascript:alert(1)\" form=f>x</button><form id=f></form>",
    "<math href=\"javascript:alert(1)\">x</math>", "<frameset onload=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<applet code=x onerror=alert(1)></applet>",
  ]

  /// Attributes that run something when something happens.
  private static let handlers = [
    "<img src=x onerror=alert(1)>", "<img src=x onerror=\"alert(1)\">",
    "<IMG SRC=x OnErRoR=alert(1)>",
    "<img/src=x/onerror=alert(1)>", "<img src=x onerror\n=alert(1)>",
    "<img src=`x`onerror=alert(1)>",
    "<img src=x onerror=alert`1`>", "<img srcset=x onerror=alert(1)>",
    "<image src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:alert(1)><a id=x>", "<body onload=alert(1)>",
    "<body onpageshow=alert(1)>", "<video src=x onerror=alert(1)></video>",
    "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)></audio>",
    "<details open ontoggle=alert(1)>x</details>", "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)></select>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<marquee onstart=alert(1)>x</marquee>", "<a onmouseover=alert(1)>x</a>",
    "<p onclick=alert(1)>x</p>",
    "<div onpointerenter=alert(1)>x</div>",
    "<div style=\"animation:x 1s\" onanimationstart=alert(1)>x</div>",
    "<div contenteditable onblur=alert(1)>x</div>", "<dialog open onclose=alert(1)>x</dialog>",
    "<p popover onbeforetoggle=alert(1)>x</p>", "<keygen autofocus onfocus=alert(1)>",
  ]

  /// Links and pictures that lead to a script.
  private static let addresses = [
    "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>", "<a href=\" javascript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<a href=\"&#x6A;avascript&colon;alert(1)\">x</a>",
    "<a href=\"vbscript:alert(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<area href=\"javascript:alert(1)\">", "<img src=\"javascript:alert(1)\">",
    "<table background=\"javascript:alert(1)\"><tr><td>x</table>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>",
  ]

  /// What ends the text, the attribute, the script or the style in which it stands.
  private static let breaks = [
    "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)", "\" autofocus onfocus=alert(1) x=\"",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "</script><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>", "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "</svg><script>alert(1)</script>", "';alert(1);//", "\";alert(1);//", "\\\";alert(1);//",
    "${alert(1)}",
    "{{constructor.constructor('alert(1)')()}}", "</desc></svg><img src=x onerror=alert(1)>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">", "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><script>alert(1)</script>", "\u{2028}alert(1)//\u{2029}",
  ]

  /// Scripts that another reading of the same bytes brings out.
  private static let encodings = [
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;",
    "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\u{FF1C}script\u{FF1E}alert(1)\u{FF1C}/script\u{FF1E}",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<scr\u{200B}ipt>alert(1)</scr\u{200B}ipt>", "<img src=x onerror=\u{202E}alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
    "<svg></p><style><a id=\"</style><img src=x onerror=alert(1)>\">",
  ]

  /// The same through Markdown.
  private static let markdown = [
    "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))", "[x](<javascript:alert(1)>)", "[x](\u{1}javascript:alert(1))",
    "[x](vbscript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](x \"\\\" onmouseover=\\\"alert(1)\")", "![x](javascript:alert(1))",
    "![x\" onerror=\"alert(1)](x)",
    "![x](x\"onerror=\"alert(1))", "<javascript:alert(1)>",
    "<https://a.example/\"onmouseover=alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]", "[[javascript:alert(1)]]",
    "[[x\"onclick=alert(1)|<img src=x onerror=alert(1)>]]",
    "`</code><script>alert(1)</script>`", "~~~\"><script>alert(1)</script>\nx\n~~~",
    "```mermaid\ngraph LR; A-->|<img src=x onerror=alert(1)>|B\n```",
    "```json\n{\"</script><script>alert(1)</script>\": 1}\n```", "$$<script>alert(1)</script>$$",
    "[^x]\n\n[^x]: <img src=x onerror=alert(1)>", "> [!note]- <img src=x onerror=alert(1)>\n> x",
    "==<img src=x onerror=alert(1)>==", "{{<img src=x onerror=alert(1)>}}",
    "- [x] <img src=x onerror=alert(1)>",
  ]
}

/// Notes that hold an injection wherever a note can hold something.
struct InjectedNotes {
  /// The notes and what belongs to them, by path.
  let files: [String: String]

  init(_ injections: [String] = Injections.all) {
    var files: [String: String] = [:]
    for (number, injection) in injections.enumerated() {
      files[Self.path(number, injection)] = Self.note(injection, number)
    }
    files["vocabulaire.yml"] = injections.enumerated().map { number, injection in
      "- [\(quoted(injection + " mot\(number)")), \(quoted("nom\(number) " + injection))]\n"
    }.joined()
    self.files = files
  }

  /// A file of that name; what names of files cannot hold is left out.
  private static func path(_ number: Int, _ injection: String) -> String {
    let name = String(injection.filter { $0 != "/" && $0 != "\0" && !$0.isNewline }.prefix(60))
    return "dossier \(name)/n\(number) \(name).md"
  }

  private static func note(_ injection: String, _ number: Int) -> String {
    let line = injection.replacing("\n", with: " ")
    let value = quoted(injection)
    return """
      ---
      titre: \(quoted("T\(number) " + injection))
      service: \(quoted("S\(number) " + injection))
      nom: \(value)
      categorie: \(value)
      noms_fr: [\(value)]
      alias: [\(value)]
      tags: [\(value)]
      domaines: [\(value)]
      lies: [\(value), \(quoted("S0 " + injection))]
      ---
      # \(line)

      \(injection)

      **\(line)** : une définition de \(line).

      **Terme\(number) (\(line))** : service qui garde \(line).

      ## Section \(line)

      - \(line)
      - **\(line)** : un élément

      | \(line) | b |
      |---|---|
      | \(line) | `\(line)` |

      > \(line)

      ```\(line)
      \(line)
      ```

      ![\(line)](<\(line)>) [\(line)](<\(line)> "\(line)") [[\(line)]] [[S0|\(line)]]

      Devant \(line) ::: derrière \(line)

      ## Questions

      Que fait \(line) ?

      - [x] \(line) — car \(line).
      - [ ] Rien \(line) — non.

      """
  }
}
