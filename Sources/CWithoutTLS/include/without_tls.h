// Nothing to call: see ../without_tls.c.
