import Glibc

/// Holds back the signals that ask a program to leave, so that what is begun is finished first.
struct StopSignals {
  private static let all = [SIGINT, SIGTERM, SIGHUP]
  private var before = sigset_t()
  private var own = sigset_t()

  /// Begins to hold them back.
  init() {
    sigemptyset(&own)
    for signal in Self.all { sigaddset(&own, signal) }
    pthread_sigmask(SIG_BLOCK, &own, &before)
  }

  /// Whether one has come.
  var isAsked: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return Self.all.contains { sigismember(&pending, $0) == 1 }
  }

  /// Lets them through: one that has come ends the program here, as it would have before.
  mutating func release() { pthread_sigmask(SIG_SETMASK, &before, nil) }
}
