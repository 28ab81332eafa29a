import Glibc

/// Opens an address in the person's browser, and does not wait for its end.
///
/// - Parameters:
///   - address: The address.
///   - environment: The variables that the browser gets.
/// - Returns: Whether there is a program that does so.
func openInBrowser(_ address: String, environment: [String: String]) -> Bool {
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  // What a browser has to say is not of interest here.
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
    unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
  }
  let words = ["xdg-open", address]
  var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
  var variables: [UnsafeMutablePointer<CChar>?] =
    unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
  defer {
    for place in unsafe arguments.indices { unsafe free(arguments[place]) }
    for place in unsafe variables.indices { unsafe free(variables[place]) }
  }
  var child: pid_t = 0
  return unsafe posix_spawnp(&child, "xdg-open", &actions, nil, &arguments, &variables) == 0
}
