/* Preloaded into a program: its wall clock goes wrong by as many seconds as the file that
 * WALL_CLOCK_FILE names holds (one int64_t), from one reading to the next. Nothing else moves:
 * CLOCK_MONOTONIC and the like stay what they are. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define THE_REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const volatile int64_t *shift;

__attribute__((constructor)) static void find_shift(void)
{
    const char *path = getenv("WALL_CLOCK_FILE");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *page = mmap(NULL, sizeof *shift, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (page != MAP_FAILED)
        shift = page;
}

static int64_t seconds_wrong(void)
{
    return shift ? *shift : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int failed = THE_REAL(clock_gettime)(clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += seconds_wrong();
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    int failed = THE_REAL(gettimeofday)(now, zone);
    if (!failed)
        now->tv_sec += seconds_wrong();
    return failed;
}

time_t time(time_t *result)
{
    time_t now = THE_REAL(time)(NULL) + seconds_wrong();
    if (result)
        *result = now;
    return now;
}

/* A deadline by the wall clock is meant by the wrong one; the kernel knows the right one only. */
int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict deadline)
{
    struct timespec right = *deadline;
    right.tv_sec -= seconds_wrong();
    return THE_REAL(sem_timedwait)(semaphore, &right);
}
