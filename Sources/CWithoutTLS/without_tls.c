// Debian's libmicrohttpd can serve over TLS, for which it names functions of GnuTLS. Awsnotes serves on the
// loopback interface, without TLS, and is linked without shared libraries, where GnuTLS cannot be had: of
// p11-kit, which it needs, Debian has no archive. So the names stand here. None is ever called but the first two,
// when the program starts and ends; a server that asked for TLS would be told that there is none.
//
// They are hidden, so that a build with shared libraries, whose libmicrohttpd brings the true GnuTLS along,
// does not find them.

#include <stdlib.h>
#include "without_tls.h"

#pragma GCC visibility push(hidden)

/// Nothing to prepare, nothing to release.
int gnutls_global_init(void) { return 0; }
void gnutls_global_deinit(void) {}

/// What GnuTLS calls GNUTLS_E_UNIMPLEMENTED_FEATURE.
enum { unimplemented = -1250 };

#define WITHOUT(name) \
  int name(void) { return unimplemented; }

WITHOUT(gnutls_alpn_set_protocols)
WITHOUT(gnutls_bye)
WITHOUT(gnutls_certificate_allocate_credentials)
WITHOUT(gnutls_certificate_free_credentials)
WITHOUT(gnutls_certificate_server_set_request)
WITHOUT(gnutls_certificate_set_dh_params)
WITHOUT(gnutls_certificate_set_retrieve_function2)
WITHOUT(gnutls_certificate_set_retrieve_function3)
WITHOUT(gnutls_certificate_set_x509_key_mem)
WITHOUT(gnutls_certificate_set_x509_key_mem2)
WITHOUT(gnutls_certificate_set_x509_trust_mem)
WITHOUT(gnutls_cipher_get)
WITHOUT(gnutls_credentials_set)
WITHOUT(gnutls_deinit)
WITHOUT(gnutls_dh_params_deinit)
WITHOUT(gnutls_dh_params_import_pkcs3)
WITHOUT(gnutls_dh_params_init)
WITHOUT(gnutls_handshake)
WITHOUT(gnutls_init)
WITHOUT(gnutls_priority_deinit)
WITHOUT(gnutls_priority_init)
WITHOUT(gnutls_priority_set)
WITHOUT(gnutls_protocol_get_version)
WITHOUT(gnutls_psk_allocate_server_credentials)
WITHOUT(gnutls_psk_free_server_credentials)
WITHOUT(gnutls_psk_set_server_credentials_function)
WITHOUT(gnutls_record_check_pending)
WITHOUT(gnutls_record_get_direction)
WITHOUT(gnutls_record_recv)
WITHOUT(gnutls_record_send)
WITHOUT(gnutls_session_set_ptr)
WITHOUT(gnutls_transport_set_int2)

void *gnutls_session_get_ptr(void) { return NULL; }
const char *gnutls_strerror(int error) { return (void)error, "TLS is not built in"; }
void *(*gnutls_malloc)(size_t) = malloc;

#pragma GCC visibility pop
