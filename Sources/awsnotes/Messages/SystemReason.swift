internal import Glibc
internal import KnowledgeBase

/// Says in French what the system says in English: a static program has no translations of the C library's words.
///
/// - Parameter reason: What `strerror` said, or anything else.
/// - Returns: The French words; the reason itself where none are known.
func inFrench(_ reason: String) -> String {
  for (number, words) in frenchReasons where unsafe String(cString: strerror(number)) == reason {
    return words
  }
  return reason == File.brokenLink ? "un lien qui ne mène nulle part" : reason
}

private let frenchReasons: [(Int32, String)] = [
  (EACCES, "droits insuffisants"),
  (EPERM, "opération interdite"),
  (ENOENT, "ce fichier ou ce dossier n’existe pas"),
  (ENOTDIR, "ce n’est pas un dossier"),
  (EISDIR, "c’est un dossier"),
  (EBADF, "l’entrée ou la sortie est fermée"),
  (EINVAL, "ce n’est pas un fichier ordinaire"),
  (ENOSPC, "le disque est plein"),
  (EDQUOT, "le quota du disque est atteint"),
  (EROFS, "ce disque est en lecture seule"),
  (EIO, "erreur de lecture ou d’écriture du disque"),
  (EFBIG, "le fichier est trop grand"),
  (ELOOP, "des liens symboliques tournent en rond"),
  (ENAMETOOLONG, "le nom est trop long"),
  (EBUSY, "déjà en usage"),
  (EMFILE, "trop de fichiers ouverts"),
  (ENFILE, "trop de fichiers ouverts sur cette machine"),
  (ENOMEM, "plus assez de mémoire"),
  (EADDRINUSE, "l’adresse est déjà prise"),
  (EADDRNOTAVAIL, "l’adresse n’est pas celle de cette machine"),
  (EPIPE, "plus personne ne lit la suite"),
]
