import Foundation
import KnowledgeBase
import Testing

/// The built site as a reader meets it: in a real browser, where there is one.
///
/// Nothing here looks at a clock. What takes time is waited for, with a limit that no machine needs.
@Suite(
  .serialized,
  .enabled(
    if: Chromium.isWanted,
    "there is no Chromium: install Debian’s chromium, or name one in $CHROMIUM"))
struct BrowserTests {
  /// Notes of every kind that the page has to do with.
  static let notes = [
    "reseau/vpc.md": """
    ---
    service: VPC
    nom: Virtual Private Cloud
    categorie: Réseau
    domaines: ["CLF 3"]
    lies: [NAT gateway, Lambda]
    ---
    # VPC

    **VPC (Virtual Private Cloud)** : réseau privé, isolé, dans une région.

    ## Sous-réseaux

    Un sous-réseau privé sort vers Internet par un NAT gateway, jamais par une passerelle Internet. \
    Le [NAT gateway](nat-gateway.md) se place dans un sous-réseau public.

    ## Questions

    Combien de régions un VPC couvre-t-il ?

    - [x] Une seule — il ne quitte pas sa région.
    - [ ] Deux — il ne quitte pas sa région.
    - [ ] Toutes — il ne quitte pas sa région.
    """,
    "reseau/nat-gateway.md": """
    ---
    service: NAT gateway
    categorie: Réseau
    domaines: ["CLF 3"]
    lies: [VPC]
    ---
    # NAT gateway

    **NAT gateway (Passerelle NAT)** : passerelle managée qui laisse sortir les instances d’un sous-réseau privé.

    ## Chiffres

    Le débit part de 5 Gbit/s.

    | Mesure | Valeur |
    |---|---|
    | Débit | 5 Gbit/s |

    ## Questions

    Où se place un NAT gateway ?

    - [x] Dans un sous-réseau public — il doit joindre Internet.
    - [ ] Dans un sous-réseau privé — il ne joindrait rien.
    """,
    "calcul/lambda.md": """
    ---
    service: Lambda
    nom: AWS Lambda
    categorie: Calcul
    domaines: ["CLF 3"]
    lies: [VPC]
    ---
    # Lambda

    **Lambda (AWS Lambda)** : exécution de fonctions à la demande, sans serveur à administrer.

    ## Concepts

    Une fonction reliée à un VPC n’a plus Internet sans NAT gateway.

    Fonction qui tourne sans serveur ::: Lambda

    ## Questions

    Combien de temps dure un appel au plus ?

    - [x] 15 minutes — c’est la limite.
    - [ ] 20 minutes — la limite est de 15.
    """,
  ]

  /// Builds the notes, serves them as strictly as can be, and lets a reader in.
  static func read(
    worksOffline: Bool = false, _ body: (BrowsedSite) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let site = TestSite(folder: folder)
      for (path, text) in notes { try site.write(text, to: path) }
      let server = try SiteServer(site.output)
      defer { server.stop() }
      let browsed = BrowsedSite(site: site, server: server)
      try browsed.build(worksOffline: worksOffline)
      try body(browsed)
    }
  }
}

/// A built site with a server of its own.
struct BrowsedSite {
  let site: TestSite
  let server: SiteServer

  /// Brings the site up to date.
  func build(worksOffline: Bool) throws {
    try site.build {
      $0.site.worksOffline = worksOffline
      $0.site.address = server.address
    }
  }

  /// The address of a page.
  func address(_ path: String = "") -> String { server.address + path }

  /// The address of a page as it lies on the disk.
  func diskAddress(_ path: String = "") -> String {
    "file://\(URL(filePath: site.output).resolvingSymlinksInPath().path)/\(path)index.html"
  }
}
