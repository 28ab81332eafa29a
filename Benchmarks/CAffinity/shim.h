// Linux's call that keeps a process on a processor; Glibc shows its own function to GNU programs only.
#pragma once

#include <sys/syscall.h>
#include <unistd.h>

enum { pin_processors = 1024 };

/// Keeps the calling thread, and what it starts, on one processor; zero where that was done.
static inline int pin_to_processor(int processor) {
  unsigned long set[pin_processors / (8 * sizeof(unsigned long))] = {0};
  const int width = 8 * sizeof(unsigned long);
  if (processor < 0 || processor >= pin_processors) return -1;
  set[processor / width] = 1UL << (processor % width);
  return (int)syscall(SYS_sched_setaffinity, 0, sizeof set, set);
}
