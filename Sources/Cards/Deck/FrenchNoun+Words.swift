/// The nouns whose gender or number cannot be told from their endings.
extension FrenchNoun {
  /// Nouns that English writes alike: with a capital behind them they are English names.
  static let shared: Set = [
    "agent", "application", "architecture", "base", "bastion", "cache", "client", "cluster", "code",
    "compression",
    "condition", "configuration", "console", "description", "destination", "distribution",
    "document", "dimension", "format", "image", "infrastructure", "instance", "machine", "mode",
    "note", "notion", "objet", "operation", "option", "page", "partition", "permission", "plan",
    "point", "port", "position", "protection", "quota", "region", "replication", "reservation",
    "resolution", "restriction", "retention", "rotation", "route", "script", "secret", "section",
    "segment", "service", "session", "signature", "site", "source", "structure", "support",
    "surface", "surveillance", "table", "terminal", "trace", "transition", "type", "usage",
    "variable", "version", "volume", "zone", "action", "alternative", "cause", "phase", "analyse",
    "test", "simple", "transfert",
  ]

  /// Nouns whose singular ends in s or x.
  static let invariable: Set = [
    "acces", "process", "processus", "temps", "prix", "flux", "bus", "choix", "sous", "succes",
    "alias", "prerequis", "proces", "corps", "cas", "index", "repas", "tas", "bras", "recours",
  ]

  /// Feminine nouns in -eur, which most others are not.
  static let lengths: Set = [
    "longueur", "largeur", "hauteur", "profondeur", "valeur", "couleur", "erreur", "grandeur",
    "chaleur", "lenteur", "teneur", "rigueur", "ampleur", "epaisseur", "faveur", "vapeur",
  ]

  static let feminine: Set = [
    "adresse", "alarme", "alerte", "application", "architecture", "authentification",
    "autorisation",
    "balise", "bande", "base", "bibliotheque", "capacite", "categorie", "charge", "cible", "classe",
    "cle", "commande", "compression", "condition", "configuration", "connexion", "console",
    "couche", "definition", "description", "destination", "difference", "disponibilite", "donnee",
    "durabilite", "duree", "elasticite", "empreinte", "etape", "facturation", "file", "fonction",
    "fonctionnalite", "gestion", "image", "infrastructure", "instance", "journalisation", "latence",
    "licence", "limite", "liste", "machine", "memoire", "metrique", "mise", "norme", "note",
    "notion", "operation", "option", "origine", "page", "paire", "partition", "passerelle",
    "permission",
    "persistance", "personnalisation", "plage", "politique", "portee", "position", "priorite",
    "procedure", "protection", "raison", "redondance", "region", "regle", "repartition",
    "replication",
    "requete", "reservation", "resilience", "resolution", "ressource", "restauration",
    "restriction",
    "retention", "rotation", "route", "sauvegarde", "scalabilite", "section", "securite", "session",
    "signature", "simplicite", "sortie", "source", "strategie", "structure", "surface",
    "surveillance",
    "syntaxe", "table", "tache", "taille", "tarification", "tolerance", "topologie", "trace",
    "traduction", "transition", "unite", "utilisation", "valeur", "variable", "version", "vue",
    "zone",
    "chaine", "hierarchie", "analyse", "bascule", "distribution", "invalidation", "dimension",
    "copie", "galerie", "boucle", "carte", "sonde", "entree", "ligne", "colonne",
    "cause", "technique", "consequence", "echelle", "complexite", "frequence", "caracteristique",
    "methode", "alternative", "action", "phase", "recommandation", "pratique", "etiquette",
    "attaque", "utilite", "contrainte", "reference", "remarque", "solution", "compatibilite",
    "cote",
  ]

  static let masculine: Set = [
    "acces", "agent", "algorithme", "annuaire", "appel", "attribut", "avantage", "bastion",
    "besoin",
    "bloc", "but", "cache", "certificat", "chemin", "chiffrement", "choix", "client", "cluster",
    "code",
    "compartiment", "composant", "compte", "compteur", "concept", "conteneur", "contenu",
    "controle",
    "cout", "cycle", "debit", "declencheur", "delai", "depot", "deploiement", "disque", "document",
    "domaine", "dossier", "ecouteur", "element", "enregistrement", "environnement", "espace",
    "etat",
    "evenement", "fichier", "filtre", "flux", "format", "fournisseur", "groupe", "hebergement",
    "inconvenient", "instantane", "journal", "jeton", "lien", "locataire", "modele", "mode",
    "moteur",
    "motif", "nom", "nombre", "objectif", "objet", "outil", "parametre", "partage", "paquet",
    "pare", "peering", "point", "port", "prefixe", "principe", "processus", "produit", "profil",
    "projet",
    "protocole", "quota", "registre", "regroupement", "repartiteur", "reseau", "resume", "role",
    "routage",
    "schema", "script", "secret", "segment", "serveur", "service", "seuil", "site", "sous",
    "stockage",
    "suffixe", "support", "systeme", "tarif", "temps", "terminal", "traitement", "trafic",
    "trousseau",
    "type", "usage", "utilisateur", "verrou", "volume", "avertissement", "resultat", "risque",
    "statut",
    "crochet", "suivi", "retour", "plan", "numero", "historique", "autorisateur", "transfert",
    "rebond", "equilibreur", "tampon", "noeud", "replica", "clonage", "index", "cas", "alias",
    "comportement", "effet", "remplacement", "niveau", "equivalent", "symptome", "diagnostic",
    "critere", "emplacement", "indicateur", "mecanisme", "benefice", "contexte",
    "piege", "prerequis", "moyen", "langage", "prix", "interet", "langue",
  ]
}
