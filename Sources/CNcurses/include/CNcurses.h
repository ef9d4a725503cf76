// The seam to ncurses: the only place of the project that knows it. No ncurses type crosses;
// integers and C strings do. Everything but cn_wake belongs to the main thread.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// How opening went.
enum {
  CN_OK = 0,
  CN_ALREADY_OPEN = 1,  // one screen a process
  CN_NOT_A_TERMINAL = 2,  // standard input or output is something else
  CN_NO_TERM = 3,  // TERM is empty
  CN_UNKNOWN_TERM = 4,  // no description of TERM is installed
  CN_NO_CURSOR = 5,  // TERM can not place the cursor
  CN_FAILED = 6,  // ncurses would not start
};

// Attributes of a cell, to be added up.
enum { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8 };

// Kinds of input.
enum { CN_NONE = 0, CN_SCALAR = 1, CN_KEY = 2, CN_MOUSE = 3 };

// Keys; function keys are CN_FUNCTION plus their number.
enum {
  CN_IGNORED = 0,
  CN_UP = 1,
  CN_DOWN,
  CN_LEFT,
  CN_RIGHT,
  CN_PAGE_UP,
  CN_PAGE_DOWN,
  CN_HOME,
  CN_END,
  CN_ENTER,
  CN_BACKSPACE,
  CN_DELETE,
  CN_INSERT,
  CN_BACK_TAB,
  CN_PASTE_START,
  CN_PASTE_END,
  CN_FUNCTION = 100,
};

// Mouse actions.
enum { CN_PRESS = 1, CN_RELEASE, CN_WHEEL_UP, CN_WHEEL_DOWN };

// What a wait found, to be added up.
enum { CN_HAS_INPUT = 1, CN_HAS_SIGNAL = 2, CN_HANG_UP = 4 };

// Signals that came in, to be added up.
enum {
  CN_SIGNAL_RESIZE = 1,
  CN_SIGNAL_INTERRUPT = 2,
  CN_SIGNAL_TERMINATE = 4,
  CN_SIGNAL_HANG_UP = 8,
  CN_SIGNAL_STOP = 16,
  CN_SIGNAL_CONTINUE = 32,
  CN_SIGNAL_WOKEN = 64,
};

// One piece of input; value is a scalar, a key or a mouse action.
typedef struct {
  int32_t kind;
  int32_t value;
  int32_t column;
  int32_t row;
} cn_input;

int cn_open(bool color, bool mouse);
void cn_close(void);
// Leaves the screen to the shell without closing, and takes it back.
void cn_leave(void);
void cn_enter(void);
// Stops the process as Ctrl-Z does; returns when it is continued.
void cn_stop(void);

// Listens to the mouse from now on, or leaves it to the terminal.
void cn_mouse(bool on);

int cn_columns(void);
int cn_rows(void);
// Asks the terminal for its size; true when it has changed.
bool cn_resize(void);
int cn_colors(void);
bool cn_utf8(void);
// The width the C library gives a scalar, -1 for one it does not print.
int cn_width(uint32_t scalar);

int cn_pair(int foreground, int background);
void cn_erase(void);
void cn_put(int row, int column, const uint32_t *scalars, int count, int width, int attributes,
            int pair);
void cn_cursor(int row, int column, bool visible);
void cn_flush(void);
void cn_bell(void);
bool cn_write(const char *bytes, size_t count);

// Waits for input or a signal; a negative time waits without end.
int cn_wait(int milliseconds);
cn_input cn_next(void);
unsigned cn_signals(void);
int64_t cn_milliseconds(void);
// Ends a wait; the one function any thread may call.
void cn_wake(void);

#endif
