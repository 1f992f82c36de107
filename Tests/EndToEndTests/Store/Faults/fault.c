// Makes system calls of a program fail while a test wants them to. It is loaded before the program (LD_PRELOAD, ld.so(8)).
//
// SOH_FAULT_FILE names a file of rules, one a line:
//
//     CALL PATH ERROR COUNT
//
// CALL is sync, write, truncate or rename, whichever function of the system is used for it. PATH is a part of the path
// that the call is about, or its end where it ends in `$`; of a rename it is the new path. ERROR is EIO or ENOSPC. COUNT
// is how many calls fail, and -1 means all of them. A new file of rules holds as soon as it was renamed into place.
//
// Each call that fails adds a line `CALL PATH` to the file SOH_FAULT_FILE.met.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// The function that would have been called without this library.
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

enum { most_rules = 16 };

struct rule {
    char call[16];
    char path[256];
    int error;
    long count;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct rule rules[most_rules];
static int rule_count;
static struct stat rules_read;

static void read_rules(const char *name) {
    struct stat now;
    if (stat(name, &now) != 0) {
        rule_count = 0;
        return;
    }
    if (now.st_ino == rules_read.st_ino && now.st_mtim.tv_sec == rules_read.st_mtim.tv_sec
        && now.st_mtim.tv_nsec == rules_read.st_mtim.tv_nsec) return;
    rules_read = now;
    rule_count = 0;
    FILE *file = fopen(name, "re");
    if (!file) return;
    while (rule_count < most_rules) {
        struct rule *rule = &rules[rule_count];
        char error[16];
        if (fscanf(file, "%15s %255s %15s %ld", rule->call, rule->path, error, &rule->count) != 4) break;
        rule->error = strcmp(error, "ENOSPC") == 0 ? ENOSPC : EIO;
        rule_count++;
    }
    fclose(file);
}

static int matches(const char *path, const char *part) {
    size_t length = strlen(part);
    if (length == 0 || part[length - 1] != '$') return strstr(path, part) != NULL;
    size_t whole = strlen(path);
    return whole >= length - 1 && strncmp(path + whole - (length - 1), part, length - 1) == 0;
}

static void note(const char *name, const char *call, const char *path) {
    char line[PATH_MAX + 32], file[PATH_MAX];
    snprintf(file, sizeof file, "%s.met", name);
    int length = snprintf(line, sizeof line, "%s %s\n", call, path);
    int met = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (met < 0) return;
    if (NEXT(write)(met, line, length) != length) abort();
    close(met);
}

// Whether the call is to fail; errno is set then, and as it was otherwise.
static int fails(const char *call, const char *path) {
    const char *name = getenv("SOH_FAULT_FILE");
    if (!name) return 0;
    int error = 0, before = errno;
    pthread_mutex_lock(&lock);
    read_rules(name);
    for (int i = 0; i < rule_count && !error; i++) {
        struct rule *rule = &rules[i];
        if (rule->count == 0 || strcmp(rule->call, call) != 0 || !matches(path, rule->path)) continue;
        if (rule->count > 0) rule->count--;
        error = rule->error;
        note(name, call, path);
    }
    pthread_mutex_unlock(&lock);
    errno = error ? error : before;
    return error != 0;
}

// The path of a descriptor; empty where there is none.
static void find_path(int descriptor, char path[PATH_MAX]) {
    char link[32];
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
    errno = before;
}

static int fails_on(const char *call, int descriptor) {
    char path[PATH_MAX];
    find_path(descriptor, path);
    return fails(call, path);
}

static int fails_at(const char *call, int folder, const char *name) {
    char path[PATH_MAX] = "", whole[2 * PATH_MAX];
    if (name[0] != '/' && folder != AT_FDCWD) find_path(folder, path);
    snprintf(whole, sizeof whole, "%s%s%s", path, path[0] ? "/" : "", name);
    return fails(call, whole);
}

int fsync(int file) { return fails_on("sync", file) ? -1 : NEXT(fsync)(file); }

int fdatasync(int file) { return fails_on("sync", file) ? -1 : NEXT(fdatasync)(file); }

int ftruncate(int file, off_t size) { return fails_on("truncate", file) ? -1 : NEXT(ftruncate)(file, size); }

int ftruncate64(int file, off64_t size) { return fails_on("truncate", file) ? -1 : NEXT(ftruncate64)(file, size); }

ssize_t write(int file, const void *bytes, size_t count) {
    return fails_on("write", file) ? -1 : NEXT(write)(file, bytes, count);
}

ssize_t writev(int file, const struct iovec *pieces, int count) {
    return fails_on("write", file) ? -1 : NEXT(writev)(file, pieces, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
    return fails_on("write", file) ? -1 : NEXT(pwrite)(file, bytes, count, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) {
    return fails_on("write", file) ? -1 : NEXT(pwrite64)(file, bytes, count, place);
}

ssize_t pwritev(int file, const struct iovec *pieces, int count, off_t place) {
    return fails_on("write", file) ? -1 : NEXT(pwritev)(file, pieces, count, place);
}

int rename(const char *old, const char *new) { return fails_at("rename", AT_FDCWD, new) ? -1 : NEXT(rename)(old, new); }

int renameat(int from, const char *old, int to, const char *new) {
    return fails_at("rename", to, new) ? -1 : NEXT(renameat)(from, old, to, new);
}

int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
    return fails_at("rename", to, new) ? -1 : NEXT(renameat2)(from, old, to, new, flags);
}
