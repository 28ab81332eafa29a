// What the C library declares only to those who ask for GNU's extensions, which Swift does not.
#pragma once

/// Opens a folder as a place to start paths from, without reading it.
static const int open_path_only = 010000000;

/// The number of processors that this process may use; 0 if the system does not tell.
static inline int usable_processors(void) {
  extern int sched_getaffinity(int pid, unsigned long size, void *set);
  unsigned long set[128] = {0};
  int count = 0;
  if (sched_getaffinity(0, sizeof set, set) != 0) return 0;
  for (int word = 0; word < 128; word++) count += __builtin_popcountl(set[word]);
  return count;
}
#include <gnu/libc-version.h>
#include <sys/signalfd.h>
#include <unistd.h>

/// Shows the cursor and leaves the alternate screen; safe in a signal handler.
static inline void awsnotes_leave_screen(void) {
  static const char sequence[] = "\033[?25h\033[?7h\033[?1049l";
  if (write(1, sequence, sizeof sequence - 1) < 0) return;
}

/// Exchanges two files or folders in one step; -1 where the file system cannot.
static inline int awsnotes_exchange(const char *one, const char *other) {
  extern int renameat2(int, const char *, int, const char *, unsigned);
  const int here = -100 /* AT_FDCWD */;
  return renameat2(here, one, here, other, 2 /* RENAME_EXCHANGE */);
}

/// Gives blocks of this many bytes and more back to the system as soon as they are free. Without a threshold of its own,
/// glibc raises its one with the first large block that is freed.
static inline void awsnotes_return_blocks(int bytes) {
  extern int mallopt(int, int);
  mallopt(-3 /* M_MMAP_THRESHOLD */, bytes);
}
