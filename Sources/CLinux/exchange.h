#ifndef CLINUX_EXCHANGE_H
#define CLINUX_EXCHANGE_H

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Exchanges two paths of one file system in one step: renameat2(2) with RENAME_EXCHANGE, which Glibc's module for
/// Swift does not show. Returns 0, or -1 with errno set.
static inline int clinux_exchange(const char *first, const char *second) {
    const unsigned int exchange = 1 << 1;
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, exchange);
}

#endif
