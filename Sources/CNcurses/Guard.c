#define _GNU_SOURCE
#include "Guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "CNcurses.h"

// Signals the event loop answers, and faults that end the program at once.
static const int loop_signals[] = {SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT};
static const int fault_signals[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
#define LOOP_COUNT (sizeof loop_signals / sizeof *loop_signals)
#define FAULT_COUNT (sizeof fault_signals / sizeof *fault_signals)

static struct sigaction old_loop[LOOP_COUNT], old_fault[FAULT_COUNT];
static stack_t old_stack;
static char fault_stack[64 * 1024];
static struct termios saved_modes;
static char restore[512];
static volatile size_t restore_count;
static volatile sig_atomic_t armed;
static volatile sig_atomic_t captured;
static int real_errors = -1, error_file = -1;
static atomic_uint pending;
static atomic_int pipe_read = -1, pipe_write = -1;

static void write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(file, bytes, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    bytes += done;
    count -= (size_t)done;
  }
}

// Only calls that are safe in a signal handler.
static void copy_errors(void) {
  if (!captured) return;
  captured = 0;
  dup2(real_errors, STDERR_FILENO);
  char part[1024];
  off_t at = 0;
  for (;;) {
    ssize_t got = pread(error_file, part, sizeof part, at);
    if (got <= 0) break;
    write_all(STDERR_FILENO, part, (size_t)got);
    at += got;
  }
}

static void restore_now(void) {
  if (!armed) return;
  armed = 0;
  write_all(STDOUT_FILENO, restore, restore_count);
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  copy_errors();
}

static void on_fault(int number) {
  restore_now();
  signal(number, SIG_DFL);
  raise(number);
}

static void note(unsigned bit) {
  int error = errno;
  atomic_fetch_or(&pending, bit);
  int file = atomic_load(&pipe_write);
  if (file >= 0) {
    ssize_t done = write(file, "s", 1);
    (void)done;  // a full pipe is readable already
  }
  errno = error;
}

static void on_signal(int number) {
  switch (number) {
    case SIGWINCH: note(CN_SIGNAL_RESIZE); break;
    case SIGINT: note(CN_SIGNAL_INTERRUPT); break;
    case SIGTERM: note(CN_SIGNAL_TERMINATE); break;
    case SIGHUP: note(CN_SIGNAL_HANG_UP); break;
    case SIGTSTP: note(CN_SIGNAL_STOP); break;
    case SIGCONT: note(CN_SIGNAL_CONTINUE); break;
  }
}

void cn_wake(void) { note(CN_SIGNAL_WOKEN); }

bool guard_prepare(void) {
  static bool registered;
  if (tcgetattr(STDIN_FILENO, &saved_modes) != 0) return false;
  if (atomic_load(&pipe_read) < 0) {
    int ends[2];
    if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return false;
    atomic_store(&pipe_read, ends[0]);
    atomic_store(&pipe_write, ends[1]);
    if (atomic_load(&pending)) note(0);  // woken before the pipe was there
  }
  if (!registered) registered = atexit(restore_now) == 0;
  for (size_t i = 0; i < LOOP_COUNT; i++) sigaction(loop_signals[i], NULL, &old_loop[i]);
  return true;
}

void guard_set_restore(const char *bytes, size_t count) {
  restore_count = 0;
  if (count > sizeof restore) count = sizeof restore;
  memcpy(restore, bytes, count);
  restore_count = count;
}

void guard_arm(void) {
  stack_t stack = {.ss_sp = fault_stack, .ss_size = sizeof fault_stack};
  sigaltstack(&stack, &old_stack);
  struct sigaction fault = {.sa_handler = on_fault, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  sigemptyset(&fault.sa_mask);
  for (size_t i = 0; i < FAULT_COUNT; i++) sigaction(fault_signals[i], &fault, &old_fault[i]);

  struct sigaction loop = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&loop.sa_mask);
  sigset_t wanted;
  sigemptyset(&wanted);
  for (size_t i = 0; i < LOOP_COUNT; i++) {
    // A program started by nohup keeps ignoring the hang-up.
    bool ignored = loop_signals[i] == SIGHUP && old_loop[i].sa_handler == SIG_IGN;
    if (!ignored) sigaction(loop_signals[i], &loop, NULL);
    sigaddset(&wanted, loop_signals[i]);
  }
  sigprocmask(SIG_UNBLOCK, &wanted, NULL);
  guard_capture_errors();
  armed = 1;
}

// Text on standard error would tear the screen or vanish with it, so it waits in memory.
void guard_capture_errors(void) {
  if (captured || !isatty(STDERR_FILENO)) return;
  if (error_file < 0) error_file = memfd_create("errors", MFD_CLOEXEC);
  if (error_file < 0) return;
  if (real_errors >= 0) close(real_errors);
  real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real_errors < 0) return;
  if (ftruncate(error_file, 0) != 0 || lseek(error_file, 0, SEEK_SET) != 0) return;
  if (dup2(error_file, STDERR_FILENO) == STDERR_FILENO) captured = 1;
}

void guard_release_errors(void) { copy_errors(); }

void guard_disarm(void) {
  armed = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &saved_modes);
  for (size_t i = 0; i < LOOP_COUNT; i++) sigaction(loop_signals[i], &old_loop[i], NULL);
  for (size_t i = 0; i < FAULT_COUNT; i++) sigaction(fault_signals[i], &old_fault[i], NULL);
  sigaltstack(&old_stack, NULL);
  copy_errors();
}

void guard_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, own;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &own);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &own, NULL);
  atomic_fetch_and(&pending, ~(unsigned)(CN_SIGNAL_STOP | CN_SIGNAL_CONTINUE));
}

int guard_pipe(void) { return atomic_load(&pipe_read); }

unsigned guard_take(void) {
  char drain[64];
  while (read(atomic_load(&pipe_read), drain, sizeof drain) > 0) {
  }
  return atomic_exchange(&pending, 0);
}
