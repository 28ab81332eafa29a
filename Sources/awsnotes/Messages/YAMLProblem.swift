/// Says in French what is wrong with a YAML text; libyaml has English words only.
///
/// - Parameter problem: What a ``YAMLError`` says.
/// - Returns: The French words; the English ones where none are known.
func yamlProblemInFrench(_ problem: String) -> String {
  if let words = french[problem] { return words }
  for (start, end, words) in frenchWithNames
  where problem.hasPrefix(start) && problem.hasSuffix(end)
    && problem.count >= start.count + end.count
  {
    let name = problem.dropFirst(start.count).dropLast(end.count)
    return "\(words) «\u{A0}\(name)\u{A0}»"
  }
  return problem
}

/// What is said about a name: the words before and behind it, and the French ones before it.
private let frenchWithNames: [(String, String, String)] = [
  ("found the key \"", "\" twice", "deux fois la clé"),
  ("found the undefined alias \"", "\"", "aucune ancre ne s’appelle"),
]

/// What the reader, the scanner and the parser of libyaml 0.2.5 can say, and what we say ourselves.
private let french = [
  // Ours.
  "did not find a value": "il manque une valeur",
  "a key must be text": "une clé doit être un texte",
  "there are too many values": "il y a trop de valeurs",
  "values are nested too deeply": "des valeurs sont imbriquées trop profondément",
  "out of memory": "plus assez de mémoire",
  "unreadable text": "texte illisible",
  "invalid YAML": "ce n’est pas du YAML",
  // Its reader’s.
  "input error": "erreur de lecture",
  "input is too long": "le texte est trop long",
  "control characters are not allowed": "les caractères de contrôle sont interdits",
  "invalid Unicode character": "caractère Unicode invalide",
  "incomplete UTF-8 octet sequence": "suite d’octets UTF-8 incomplète",
  "invalid leading UTF-8 octet": "premier octet UTF-8 invalide",
  "invalid trailing UTF-8 octet": "octet UTF-8 invalide",
  "invalid length of a UTF-8 sequence": "suite d’octets UTF-8 de longueur invalide",
  "incomplete UTF-16 character": "caractère UTF-16 incomplet",
  "incomplete UTF-16 surrogate pair": "paire UTF-16 incomplète",
  "unexpected low surrogate area": "seconde moitié d’une paire UTF-16 sans la première",
  "expected low surrogate area": "première moitié d’une paire UTF-16 sans la seconde",
  // Its scanner’s.
  "found unexpected end of stream": "un guillemet ou une apostrophe n’est pas fermé",
  "found unexpected document indicator":
    "«\u{A0}---\u{A0}» ou «\u{A0}...\u{A0}» au milieu d’un texte entre guillemets",
  "found character that cannot start any token":
    "aucune valeur ne commence par ce caractère\u{A0}; mettez-la entre guillemets",
  "found unknown escape character": "échappement inconnu après «\u{A0}\\\u{A0}»",
  "found invalid Unicode character escape code": "numéro de caractère Unicode invalide",
  "did not find expected hexdecimal number": "il manque un nombre hexadécimal",
  "found a tab character that violates indentation":
    "tabulation dans le retrait\u{A0}; mettez des espaces",
  "found a tab character where an indentation space is expected":
    "tabulation dans le retrait\u{A0}; mettez des espaces",
  "found an indentation indicator equal to 0": "un retrait de 0 est interdit",
  "could not find expected ':'": "il manque «\u{A0}:\u{A0}»",
  "found unexpected ':'": "«\u{A0}:\u{A0}» inattendu\u{A0}; mettez la valeur entre guillemets",
  "mapping keys are not allowed in this context": "une clé ne peut pas être ici",
  "mapping values are not allowed in this context":
    "«\u{A0}:\u{A0}» ne peut pas être ici\u{A0}; vérifiez le retrait, ou mettez la valeur entre guillemets",
  "block sequence entries are not allowed in this context":
    "un élément de liste (-) ne peut pas être ici",
  "did not find expected comment or line break": "il manque un retour à la ligne",
  "did not find expected whitespace": "il manque une espace",
  "did not find expected whitespace or line break": "il manque une espace ou un retour à la ligne",
  "did not find expected alphabetic or numeric character": "il manque une lettre ou un chiffre",
  "found unexpected non-alphabetical character": "caractère inattendu dans un nom",
  "could not find expected directive name": "il manque le nom d’une directive",
  "found unknown directive name": "directive inconnue",
  "did not find expected version number": "il manque un numéro de version",
  "found extremely long version number": "le numéro de version est trop long",
  "did not find expected digit or '.' character": "il manque un chiffre ou un point",
  "did not find expected '!'": "il manque «\u{A0}!\u{A0}»",
  "did not find the expected '>'": "il manque «\u{A0}>\u{A0}»",
  "did not find expected tag URI": "il manque l’adresse d’une étiquette",
  "did not find URI escaped octet": "il manque un octet écrit avec «\u{A0}%\u{A0}»",
  "found an incorrect leading UTF-8 octet": "premier octet UTF-8 invalide",
  "found an incorrect trailing UTF-8 octet": "octet UTF-8 invalide",
  // Its parser’s.
  "did not find expected <stream-start>": "il manque le début du texte",
  "did not find expected <document start>": "un autre texte suit sans «\u{A0}---\u{A0}»",
  "did not find expected node content": "il manque une valeur",
  "did not find expected '-' indicator":
    "il manque un élément de liste (-)\u{A0}; vérifiez le retrait",
  "did not find expected key": "il manque une clé\u{A0}; vérifiez le retrait et les guillemets",
  "did not find expected ',' or ']'": "il manque «\u{A0},\u{A0}» ou «\u{A0}]\u{A0}»",
  "did not find expected ',' or '}'": "il manque «\u{A0},\u{A0}» ou «\u{A0}}\u{A0}»",
  "found undefined tag handle": "étiquette inconnue",
  "found duplicate %YAML directive": "deux fois la directive %YAML",
  "found incompatible YAML document": "version de YAML inconnue",
  "found duplicate %TAG directive": "deux fois la même directive %TAG",
]
