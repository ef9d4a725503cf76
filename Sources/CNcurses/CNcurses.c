#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "Guard.h"

// From <term.h>, which also defines names such as `lines` and `columns` as macros.
extern int setupterm(const char *term, int file, int *error);
extern char *tigetstr(const char *name);

static SCREEN *screen;
static WINDOW *input;  // reading from a pad never repaints the screen by itself
static bool is_utf8, has_color, with_mouse, has_paste, has_sync;
static int empty_reads;

// ---- Opening -----------------------------------------------------------------------------------

static bool starts(const char *text, const char *const *list) {
  for (; *list; list++)
    if (strncmp(text, *list, strlen(*list)) == 0) return true;
  return false;
}

static const char *variable(const char *name) {
  const char *value = getenv(name);
  return value && *value ? value : NULL;
}

static bool codeset_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// An explicit LC_ALL or LC_CTYPE of C or POSIX is obeyed. LANG=C, no locale or one that is not
// installed says little about the terminal, so UTF-8 is taken then.
static bool choose_locale(void) {
  const char *chosen = variable("LC_ALL");
  if (!chosen) chosen = variable("LC_CTYPE");
  if (chosen && (strcmp(chosen, "C") == 0 || strcmp(chosen, "POSIX") == 0)) {
    setlocale(LC_CTYPE, "C");
    return false;
  }
  const char *found = setlocale(LC_CTYPE, "");
  if (found && codeset_is_utf8()) return true;
  bool explicit = found && strcmp(found, "C") != 0 && strcmp(found, "POSIX") != 0;
  if (!explicit && setlocale(LC_CTYPE, "C.UTF-8")) return codeset_is_utf8();
  return false;
}

static void define(const char *text, int key) {
  if (key_defined(text) == 0) define_key(text, key);
}

enum { KEY_PASTE_START = KEY_MAX + 1, KEY_PASTE_END, KEY_UNUSED };

// Forms that terminals send whatever their description says.
static void define_keys(void) {
  static const struct {
    const char *end;
    int key;
  } forms[] = {{"A", KEY_UP},      {"B", KEY_DOWN},   {"C", KEY_RIGHT},   {"D", KEY_LEFT},
               {"H", KEY_HOME},    {"F", KEY_END},    {"1~", KEY_HOME},   {"4~", KEY_END},
               {"7~", KEY_HOME},   {"8~", KEY_END},   {"5~", KEY_PPAGE},  {"6~", KEY_NPAGE},
               {"3~", KEY_DC},     {"2~", KEY_IC},    {"Z", KEY_BTAB},    {"11~", KEY_F(1)},
               {"12~", KEY_F(2)},  {"13~", KEY_F(3)}, {"14~", KEY_F(4)},  {"15~", KEY_F(5)},
               {"17~", KEY_F(6)},  {"18~", KEY_F(7)}, {"19~", KEY_F(8)},  {"20~", KEY_F(9)},
               {"21~", KEY_F(10)}, {"23~", KEY_F(11)}, {"24~", KEY_F(12)}};
  char text[16] = "\033[";
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    strcpy(text + 2, forms[i].end);
    text[1] = '[';
    define(text, forms[i].key);
    if (i < 6) {
      text[1] = 'O';
      define(text, forms[i].key);
    }
  }
  for (int i = 0; i < 4; i++) {
    char function[4] = {'\033', 'O', (char)('P' + i), 0};
    define(function, KEY_F(1 + i));
  }
  // Focus reports left on by another program.
  define("\033[I", KEY_UNUSED);
  define("\033[O", KEY_UNUSED);
  if (has_paste) {
    define_key("\033[200~", KEY_PASTE_START);
    define_key("\033[201~", KEY_PASTE_END);
  }
}

// Adds a capability without its padding marks `$<...>`, which only ncurses can wait out.
static void add(char *bytes, size_t size, const char *more) {
  if (!more || more == (char *)-1) return;
  size_t at = strlen(bytes);
  while (*more && at + 1 < size) {
    if (more[0] == '$' && more[1] == '<') {
      const char *end = strchr(more, '>');
      if (end) {
        more = end + 1;
        continue;
      }
    }
    bytes[at++] = *more++;
  }
  bytes[at] = 0;
}

static void prepare_restore(void) {
  char bytes[512] = "";
  if (has_sync) add(bytes, sizeof bytes, "\033[?2026l");
  if (has_paste) add(bytes, sizeof bytes, "\033[?2004l");
  if (with_mouse) add(bytes, sizeof bytes, "\033[?1006l\033[?1000l");
  const char *names[] = {"sgr0", "op", "rmkx", "cnorm", "rmcup"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    add(bytes, sizeof bytes, tigetstr(names[i]));
  const char *leave = tigetstr("rmcup");
  if (!leave || leave == (char *)-1) add(bytes, sizeof bytes, "\r\n");
  guard_set_restore(bytes, strlen(bytes));
}

static void set_modes(bool on) {
  if (has_paste) cn_write(on ? "\033[?2004h" : "\033[?2004l", 8);
}

int cn_open(bool color, bool mouse) {
  static const char *const modern[] = {"xterm", "tmux", "screen", "alacritty", "foot",
                                       "wezterm", "contour", NULL};
  static const char *const steady[] = {"xterm-kitty", "xterm-ghostty", "alacritty", "foot",
                                       "wezterm", "contour", NULL};
  if (screen) return CN_ALREADY_OPEN;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CN_NOT_A_TERMINAL;
  const char *term = variable("TERM");
  if (!term) return CN_NO_TERM;
  int error = 0;
  if (setupterm(term, STDOUT_FILENO, &error) != OK) return CN_UNKNOWN_TERM;
  const char *place = tigetstr("cup");
  if (!place || place == (char *)-1) return CN_NO_CURSOR;

  is_utf8 = choose_locale();
  has_paste = starts(term, modern);
  has_sync = starts(term, steady);
  with_mouse = mouse;
  empty_reads = 0;
  if (!guard_prepare()) return CN_FAILED;
  set_escdelay(25);
  use_env(TRUE);
  use_tioctl(TRUE);
  screen = newterm(NULL, stdout, stdin);
  if (!screen) {
    guard_disarm();
    return CN_UNKNOWN_TERM;
  }
  prepare_restore();
  guard_arm();
  raw();
  noecho();
  nonl();
  curs_set(0);
  input = newpad(1, 1);
  keypad(input, TRUE);
  nodelay(input, TRUE);
  has_color = color && has_colors() && start_color() == OK;
  if (has_color) use_default_colors();
  define_keys();
  if (mouse) cn_mouse(true);
  set_modes(true);
  return CN_OK;
}

void cn_mouse(bool on) {
  mouseinterval(0);
  mousemask(on ? BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
  with_mouse = on;
  prepare_restore();
  fflush(stdout);
}

void cn_close(void) {
  if (!screen) return;
  set_modes(false);
  curs_set(1);
  endwin();
  guard_disarm();
  if (input) delwin(input);
  input = NULL;
  delscreen(screen);
  screen = NULL;
}

void cn_leave(void) {
  if (!screen) return;
  set_modes(false);
  curs_set(1);
  endwin();
  guard_release_errors();
}

void cn_enter(void) {
  if (!screen) return;
  guard_capture_errors();
  cn_resize();
  // endwin has been called, so this sets the modes and the screen again and repaints.
  clearok(curscr, TRUE);
  reset_prog_mode();
  doupdate();
  curs_set(0);
  set_modes(true);
}

void cn_stop(void) {
  cn_leave();
  guard_stop();
  cn_enter();
}

// ---- Size and capabilities ---------------------------------------------------------------------

int cn_columns(void) { return screen ? getmaxx(stdscr) : 0; }
int cn_rows(void) { return screen ? getmaxy(stdscr) : 0; }
int cn_colors(void) { return has_color ? COLORS : 0; }
bool cn_utf8(void) { return is_utf8; }
int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool cn_resize(void) {
  struct winsize size;
  if (!screen || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  if (size.ws_row == getmaxy(stdscr) && size.ws_col == getmaxx(stdscr)) return false;
  resizeterm(size.ws_row, size.ws_col);
  clearok(curscr, TRUE);
  return true;
}

// ---- Drawing -----------------------------------------------------------------------------------

int cn_pair(int foreground, int background) {
  if (!has_color) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

void cn_erase(void) {
  if (!screen) return;
  werase(stdscr);
  clearok(curscr, TRUE);
}

void cn_put(int row, int column, const uint32_t *scalars, int count, int width, int attributes,
            int pair) {
  if (!screen || row < 0 || column < 0 || count < 1 || width < 1) return;
  if (row >= getmaxy(stdscr) || column + width > getmaxx(stdscr)) return;
  attr_t look = A_NORMAL;
  if (attributes & CN_BOLD) look |= A_BOLD;
  if (attributes & CN_DIM) look |= A_DIM;
  if (attributes & CN_UNDERLINE) look |= A_UNDERLINE;
  if (attributes & CN_REVERSE) look |= A_REVERSE;
  wchar_t text[CCHARW_MAX + 1] = {0};
  cchar_t cell;
  bool known = wcwidth((wchar_t)scalars[0]) == width;
  // A character this C library counts otherwise would shift the row: it becomes a sign.
  for (int part = 0; part < (known ? 1 : width); part++) {
    int used = 0;
    if (known)
      for (; used < count && used < CCHARW_MAX; used++) text[used] = (wchar_t)scalars[used];
    else
      text[used++] = L'?';
    text[used] = 0;
    if (setcchar(&cell, text, look, 0, &pair) == OK) mvwadd_wch(stdscr, row, column + part, &cell);
  }
}

void cn_cursor(int row, int column, bool visible) {
  if (!screen) return;
  static bool shown;
  leaveok(stdscr, !visible);
  if (visible) wmove(stdscr, row, column);
  if (visible || shown) curs_set(visible ? 1 : 0);
  shown = visible;
}

void cn_flush(void) {
  if (!screen) return;
  if (has_sync) cn_write("\033[?2026h", 8);
  wnoutrefresh(stdscr);
  doupdate();
  if (has_sync) cn_write("\033[?2026l", 8);
}

void cn_bell(void) {
  if (screen) beep();
}

bool cn_write(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(STDOUT_FILENO, bytes, count);
    if (done < 0 && (errno == EINTR || errno == EAGAIN)) {
      if (errno == EAGAIN) poll(&(struct pollfd){STDOUT_FILENO, POLLOUT, 0}, 1, 100);
      continue;
    }
    if (done <= 0) return false;
    bytes += done;
    count -= (size_t)done;
  }
  return true;
}

// ---- Input -------------------------------------------------------------------------------------

int cn_wait(int milliseconds) {
  struct pollfd files[2] = {{STDIN_FILENO, POLLIN, 0}, {guard_pipe(), POLLIN, 0}};
  if (poll(files, 2, milliseconds < 0 ? -1 : milliseconds) < 0)
    return errno == EINTR ? CN_HAS_SIGNAL : CN_HANG_UP;
  int found = 0;
  if (files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CN_HANG_UP;
  if (files[0].revents & POLLIN) {
    int waiting = 0;
    bool empty = ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0;
    empty_reads = empty ? empty_reads + 1 : 0;
    // Readable without bytes, again and again, is an end of file.
    found |= empty_reads > 3 ? CN_HANG_UP : CN_HAS_INPUT;
  }
  if (files[1].revents & POLLIN) found |= CN_HAS_SIGNAL;
  return found;
}

unsigned cn_signals(void) { return guard_take(); }

static cn_input key_input(int32_t key) { return (cn_input){.kind = CN_KEY, .value = key}; }

// ncurses announces presses that came in together once and hands them out last one first.
static MEVENT mouse_events[16];
static int mouse_count;

static void take_mouse(void) {
  int limit = sizeof mouse_events / sizeof *mouse_events;
  while (mouse_count < limit && getmouse(&mouse_events[mouse_count]) == OK) mouse_count++;
}

static cn_input mouse_input(void) {
  if (mouse_count == 0) return key_input(CN_IGNORED);
  MEVENT event = mouse_events[--mouse_count];
  int32_t action = CN_IGNORED;
  if (event.bstate & BUTTON1_PRESSED) action = CN_PRESS;
  else if (event.bstate & BUTTON1_RELEASED) action = CN_RELEASE;
  else if (event.bstate & BUTTON4_PRESSED) action = CN_WHEEL_UP;
  else if (event.bstate & BUTTON5_PRESSED) action = CN_WHEEL_DOWN;
  if (action == CN_IGNORED) return key_input(CN_IGNORED);
  return (cn_input){.kind = CN_MOUSE, .value = action, .column = event.x, .row = event.y};
}

static int32_t key_number(wint_t code) {
  switch (code) {
    case KEY_UP: case KEY_SR: return CN_UP;
    case KEY_DOWN: case KEY_SF: return CN_DOWN;
    case KEY_LEFT: case KEY_SLEFT: return CN_LEFT;
    case KEY_RIGHT: case KEY_SRIGHT: return CN_RIGHT;
    case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: return CN_PAGE_UP;
    case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: return CN_PAGE_DOWN;
    case KEY_HOME: case KEY_SHOME: case KEY_FIND: case KEY_A1: return CN_HOME;
    case KEY_END: case KEY_SEND: case KEY_SELECT: case KEY_LL: case KEY_C1: return CN_END;
    case KEY_ENTER: return CN_ENTER;
    case KEY_BACKSPACE: return CN_BACKSPACE;
    case KEY_DC: case KEY_SDC: return CN_DELETE;
    case KEY_IC: case KEY_SIC: return CN_INSERT;
    case KEY_BTAB: return CN_BACK_TAB;
    case KEY_PASTE_START: return CN_PASTE_START;
    case KEY_PASTE_END: return CN_PASTE_END;
    default: break;
  }
  if (code > KEY_F(0) && code <= KEY_F(63)) return CN_FUNCTION + (int32_t)(code - KEY_F(0));
  return CN_IGNORED;
}

cn_input cn_next(void) {
  cn_input none = {.kind = CN_NONE};
  if (!screen || !input) return none;
  if (mouse_count > 0) return mouse_input();
  wint_t code = 0;
  switch (wget_wch(input, &code)) {
    case OK: return (cn_input){.kind = CN_SCALAR, .value = (int32_t)code};
    case KEY_CODE_YES:
      if (code != KEY_MOUSE) return key_input(key_number(code));
      take_mouse();
      return mouse_input();
    default: return none;
  }
}

int64_t cn_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
