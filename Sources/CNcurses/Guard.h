// Private to this module: keeps the terminal usable however the program ends.
#ifndef CN_GUARD_H
#define CN_GUARD_H

#include <stdbool.h>
#include <stddef.h>

// Remembers the terminal's modes and the signals' ways; call before ncurses starts.
bool guard_prepare(void);
// Bytes that bring the screen back without ncurses.
void guard_set_restore(const char *bytes, size_t count);
// Takes the signals and standard error.
void guard_arm(void);
// Gives standard error back and shows what was written to it meanwhile.
void guard_release_errors(void);
void guard_capture_errors(void);
// Gives the signals and the modes back.
void guard_disarm(void);
// Stops the process as if no handler were there.
void guard_stop(void);
// The end of the pipe that becomes readable on a signal; -1 before the first use.
int guard_pipe(void);
// The signals since the last call, as CN_SIGNAL bits.
unsigned guard_take(void);

#endif
