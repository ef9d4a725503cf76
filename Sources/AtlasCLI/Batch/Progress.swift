import AtlasReport
import Glibc

/// How far a long work has come, on standard error: a line that changes on a terminal, plain lines
/// elsewhere.
struct Progress {
  private let noun: String
  private let total: Int
  private let isTerminal: Bool
  private let start: Double
  /// Whether nothing is said off a terminal, nor of a work that is soon done.
  private let isQuiet: Bool
  private var done = 0
  private var shown = -1.0
  private var width = 0

  /// Begins.
  ///
  /// - Parameters:
  ///   - noun: What is counted, such as `reports`.
  ///   - total: How many there will be.
  ///   - isTerminal: Whether the line may be drawn over.
  ///   - isQuiet: Whether nothing is said off a terminal, nor before half a second.
  init(
    _ noun: String, total: Int, isTerminal: Bool = isatty(STDERR_FILENO) == 1,
    isQuiet: Bool = false
  ) {
    self.isQuiet = isQuiet
    self.noun = noun
    self.total = total
    self.isTerminal = isTerminal
    start = Self.now
  }

  /// Counts one more that took work.
  mutating func step(_ name: String) {
    done += 1
    guard isTerminal else {
      // Ten lines whatever the time, so that a log of the same work is the same.
      let tenth = max(total / 10, 1)
      if done % tenth == 0 || done == total { Output.say("\(done) of \(total) \(noun)") }
      return
    }
    let time = Self.now
    guard time - shown >= 0.1 || done == total else { return }
    shown = time
    draw(Self.line(name, done, total, noun, seconds: time - start))
  }

  /// Says how many are done.
  mutating func reach(_ count: Int, _ name: String) {
    done = count
    let time = Self.now
    guard isTerminal, time - start >= 0.5, time - shown >= 0.1 else { return }
    shown = time
    draw(Self.line(name, done, total, noun, seconds: time - start))
  }

  /// Takes the line off a terminal.
  mutating func end() {
    if isTerminal, width > 0 { draw("") }
  }

  /// The line on a terminal: what, how many, rate, time left.
  static func line(
    _ name: String, _ done: Int, _ total: Int, _ noun: String, seconds: Double
  ) -> String {
    let count = "\(name): \(done) of \(total) \(noun)"
    guard seconds > 0.2, done > 0 else { return count }
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    let time = left < 90 ? "\(left) s" : "\(left / 60) min"
    let each = rate >= 10 ? "\(Int(rate.rounded()))" : "\((rate * 10).rounded() / 10)"
    return "\(count), \(each) a second, \(time) left"
  }

  private mutating func draw(_ line: String) {
    let text = PlainText.clean(line)
    let rest = String(repeating: " ", count: max(width - text.count, 0))
    width = text.count
    let end = text.isEmpty ? "\r" : ""
    try? FileWriter.write("\r" + text + rest + end, to: STDERR_FILENO, name: "standard error")
  }

  /// Seconds on a clock that only runs forward; for this line only, never for a result.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
