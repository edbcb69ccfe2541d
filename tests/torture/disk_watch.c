/* Preloaded into a process: writes down what it does to the files under one folder, and makes
 * chosen ones of these calls fail.
 *
 * torture_trace(file, root)    begins to append a record for each call to `file`.
 * torture_mark(number)         appends a mark: "number was acknowledged now".
 * torture_fail(n, error, on)   the n-th call from now (1 is the next) fails with `error`, and
 *                              every one after it while `on` is not 0; n = 0 fails none.
 * torture_count()              how many calls there were since `torture_fail`.
 *
 * A record is: kind (1 byte), offset (8), size (8), length of the first path (4), of the second
 * (4), the paths, then `size` bytes where the kind is a write. Little endian as the machine is.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { OPENED = 1, WROTE, CUT, SYNCED, RENAMED, REMOVED, FOLDER, MARK };

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static int trace_file = -1;
static char root[PATH_MAX];
static size_t root_length;
static long fail_at, counted;
static int fail_error, fail_on;

/* The function of the C library that stands behind ours; `type` is cast from nothing. */
#define REAL(name, type) \
    static __typeof__(type) real; \
    if (!real) real = (__typeof__(type))dlsym(RTLD_NEXT, name)

static ssize_t plain_write(const void *bytes, size_t size) {
    REAL("write", (ssize_t (*)(int, const void *, size_t))0);
    return real(trace_file, bytes, size);
}

static int is_ours(const char *path) {
    return root_length && path && strncmp(path, root, root_length) == 0;
}

/* The path of an open file, or an empty one where it is none of ours. */
static int path_of(int file, char *path) {
    char link[64];
    ssize_t length;
    if (!root_length) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, PATH_MAX - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

static void whole_path(int folder, const char *name, char *path) {
    char at[PATH_MAX];
    if (name[0] == '/') { snprintf(path, PATH_MAX, "%s", name); return; }
    if (folder == AT_FDCWD) {
        if (!getcwd(at, sizeof at)) at[0] = 0;
    } else {
        char link[64];
        ssize_t length;
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        length = readlink(link, at, sizeof at - 1);
        at[length < 0 ? 0 : length] = 0;
    }
    if (snprintf(path, PATH_MAX, "%s/%s", at, name) >= PATH_MAX) path[0] = 0;
}

static void note(uint8_t kind, int64_t offset, int64_t size, const char *first,
                 const char *second, const void *bytes) {
    uint32_t one = (uint32_t)strlen(first), two = (uint32_t)strlen(second);
    size_t all = 25 + one + two + (bytes ? (size_t)size : 0);
    char *record;
    if (trace_file < 0 || !(record = malloc(all))) return;
    record[0] = (char)kind;
    memcpy(record + 1, &offset, 8);
    memcpy(record + 9, &size, 8);
    memcpy(record + 17, &one, 4);
    memcpy(record + 21, &two, 4);
    memcpy(record + 25, first, one);
    memcpy(record + 25 + one, second, two);
    if (bytes) memcpy(record + 25 + one + two, bytes, (size_t)size);
    if (plain_write(record, all) != (ssize_t)all) abort();
    free(record);
}

/* Whether this call is to fail; sets errno. */
static int fails(void) {
    counted++;
    if (!fail_at || (counted != fail_at && !(fail_on && counted > fail_at))) return 0;
    errno = fail_error;
    return 1;
}

void torture_trace(const char *file, const char *folder) {
    REAL("open", (int (*)(const char *, int, ...))0);
    snprintf(root, sizeof root, "%s", folder);
    root_length = strlen(root);
    trace_file = file[0] ? real(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
}

void torture_mark(int64_t number) {
    pthread_mutex_lock(&one_at_a_time);
    note(MARK, number, 0, "", "", NULL);
    pthread_mutex_unlock(&one_at_a_time);
}

void torture_fail(long n, int error, int on) {
    counted = 0;
    fail_at = n;
    fail_error = error;
    fail_on = on;
}

long torture_count(void) { return counted; }

#define GUARDED(result, refused, call, path, record) \
    do { \
        pthread_mutex_lock(&one_at_a_time); \
        if (fails()) { \
            int said = errno; \
            pthread_mutex_unlock(&one_at_a_time); \
            errno = said; \
            return refused; \
        } \
        result = call; \
        if (result >= 0) { int kept = errno; record; errno = kept; } \
        pthread_mutex_unlock(&one_at_a_time); \
        return result; \
    } while (0)

static int opened(int (*real)(int, const char *, int, ...), int folder, const char *name,
                  int flags, mode_t mode) {
    char path[PATH_MAX];
    int result;
    if (!root_length || !(flags & (O_CREAT | O_TRUNC)))
        return real(folder, name, flags, mode);
    whole_path(folder, name, path);
    if (!is_ours(path) || (!(flags & O_TRUNC) && access(path, F_OK) == 0))
        return real(folder, name, flags, mode);
    GUARDED(result, -1, real(folder, name, flags, mode), path,
            note(OPENED, (flags & O_TRUNC) != 0, 0, path, "", NULL));
}

#define MODE(flags, mode) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = (mode_t)va_arg(rest, int); \
        va_end(rest); \
    }

int openat(int folder, const char *name, int flags, ...) {
    REAL("openat", (int (*)(int, const char *, int, ...))0);
    MODE(flags, mode)
    return opened(real, folder, name, flags, mode);
}
int openat64(int folder, const char *name, int flags, ...) {
    REAL("openat64", (int (*)(int, const char *, int, ...))0);
    MODE(flags, mode)
    return opened(real, folder, name, flags, mode);
}
int open(const char *name, int flags, ...) {
    REAL("openat", (int (*)(int, const char *, int, ...))0);
    MODE(flags, mode)
    return opened(real, AT_FDCWD, name, flags, mode);
}
int open64(const char *name, int flags, ...) {
    REAL("openat64", (int (*)(int, const char *, int, ...))0);
    MODE(flags, mode)
    return opened(real, AT_FDCWD, name, flags, mode);
}

static ssize_t wrote_at(ssize_t (*real)(int, const void *, size_t, off64_t), int file,
                        const void *bytes, size_t size, off64_t offset) {
    char path[PATH_MAX];
    ssize_t result;
    if (file == trace_file || !path_of(file, path)) return real(file, bytes, size, offset);
    GUARDED(result, -1, real(file, bytes, size, offset), path,
            note(WROTE, offset, result, path, "", bytes));
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
    REAL("pwrite64", (ssize_t (*)(int, const void *, size_t, off64_t))0);
    return wrote_at(real, file, bytes, size, offset);
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
    REAL("pwrite64", (ssize_t (*)(int, const void *, size_t, off64_t))0);
    return wrote_at(real, file, bytes, size, offset);
}
ssize_t write(int file, const void *bytes, size_t size) {
    REAL("write", (ssize_t (*)(int, const void *, size_t))0);
    char path[PATH_MAX];
    ssize_t result;
    off64_t offset;
    if (file == trace_file || !path_of(file, path)) return real(file, bytes, size);
    offset = lseek64(file, 0, SEEK_CUR);
    GUARDED(result, -1, real(file, bytes, size), path,
            note(WROTE, offset, result, path, "", bytes));
}

static int cut(int (*real)(int, off64_t), int file, off64_t size) {
    char path[PATH_MAX];
    int result;
    if (!path_of(file, path)) return real(file, size);
    GUARDED(result, -1, real(file, size), path, note(CUT, size, 0, path, "", NULL));
}
int ftruncate64(int file, off64_t size) {
    REAL("ftruncate64", (int (*)(int, off64_t))0);
    return cut(real, file, size);
}
int ftruncate(int file, off_t size) {
    REAL("ftruncate64", (int (*)(int, off64_t))0);
    return cut(real, file, size);
}

static int synced(int (*real)(int), int file) {
    char path[PATH_MAX];
    int result;
    if (!path_of(file, path)) return real(file);
    GUARDED(result, -1, real(file), path, note(SYNCED, 0, 0, path, "", NULL));
}
int fsync(int file) {
    REAL("fsync", (int (*)(int))0);
    return synced(real, file);
}
int fdatasync(int file) {
    REAL("fdatasync", (int (*)(int))0);
    return synced(real, file);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    REAL("renameat", (int (*)(int, const char *, int, const char *))0);
    char before[PATH_MAX], after[PATH_MAX];
    int result;
    whole_path(from_folder, from, before);
    whole_path(to_folder, to, after);
    if (!is_ours(before) && !is_ours(after)) return real(from_folder, from, to_folder, to);
    GUARDED(result, -1, real(from_folder, from, to_folder, to), after,
            note(RENAMED, 0, 0, before, after, NULL));
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int unlinkat(int folder, const char *name, int flags) {
    REAL("unlinkat", (int (*)(int, const char *, int))0);
    char path[PATH_MAX];
    int result;
    whole_path(folder, name, path);
    if (!is_ours(path)) return real(folder, name, flags);
    GUARDED(result, -1, real(folder, name, flags), path, note(REMOVED, 0, 0, path, "", NULL));
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }

int mkdirat(int folder, const char *name, mode_t mode) {
    REAL("mkdirat", (int (*)(int, const char *, mode_t))0);
    char path[PATH_MAX];
    int result;
    whole_path(folder, name, path);
    if (!is_ours(path)) return real(folder, name, mode);
    GUARDED(result, -1, real(folder, name, mode), path, note(FOLDER, 0, 0, path, "", NULL));
}
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
