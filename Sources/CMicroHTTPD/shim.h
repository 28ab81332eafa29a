#include <microhttpd.h>
#include <string.h>
#include <strings.h>

/// Leaves the percent signs of an address as they are: what they stand for is looked at once, where paths are.
static inline size_t awsnotes_keep_escapes(
    void *context, struct MHD_Connection *connection, char *text) {
  (void)context, (void)connection;
  return strlen(text);
}

/// Where the version of HTTP begins in the line of a request, if its address is whole.
///
/// libmicrohttpd ends the address with a zero where it found the space before the version; a zero that a client sent
/// ends it earlier. What is given here is the state of the request from the beginning.
static inline void *awsnotes_expect_version(
    void *context, const char *address, struct MHD_Connection *connection) {
  (void)context, (void)connection;
  return (void *)(address + strlen(address) + 1);
}

static inline enum MHD_Result awsnotes_count_host(
    void *count, enum MHD_ValueKind kind, const char *name, const char *value) {
  (void)kind, (void)value;
  *(int *)count += strcasecmp(name, "Host") == 0;
  return MHD_YES;
}

/// How many headers of a request are named `Host`.
static inline int awsnotes_host_count(struct MHD_Connection *connection) {
  int count = 0;
  MHD_get_connection_values(connection, MHD_HEADER_KIND, awsnotes_count_host, &count);
  return count;
}

/// Starts a server with one thread on a socket that listens; MHD_start_daemon takes a variable list.
///
/// It polls: where it is told of changes alone (epoll), a client that ends its side together with its request is never
/// told of again, and holds one of the connections until the timeout; and libmicrohttpd 0.9.75 goes to sleep over
/// connections that have ended once there were as many as it takes.
///
/// - timeout: how many seconds a client may stand still.
static inline struct MHD_Daemon *awsnotes_start_server(
    int socket, unsigned connections, unsigned timeout, MHD_AccessHandlerCallback answer,
    void *context) {
  return MHD_start_daemon(
      MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, answer, context,
      MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_CONNECTION_LIMIT, connections,
      MHD_OPTION_CONNECTION_TIMEOUT, timeout, MHD_OPTION_UNESCAPE_CALLBACK, awsnotes_keep_escapes,
      NULL, MHD_OPTION_URI_LOG_CALLBACK, awsnotes_expect_version, NULL, MHD_OPTION_END);
}
