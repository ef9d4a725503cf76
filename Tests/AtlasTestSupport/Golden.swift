import Glibc
public import Testing

/// Compares text with a file in the `Goldens` folder beside a test.
///
/// With `RECORD_GOLDENS=1` in the environment the file is written, and the test fails all the same:
/// a run that records proves nothing.
public enum Golden {
  /// Records an issue unless `text` is, byte for byte, what `Goldens/<name>` beside the test holds.
  public static func check(
    _ text: String, named name: String, file: StaticString = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let parts = file.description.split(separator: "/", omittingEmptySubsequences: false)
    let path = parts.dropLast().joined(separator: "/") + "/Goldens/" + name
    if getenv("RECORD_GOLDENS").map({ String(cString: $0) }) == "1" {
      let result = write(text, path) ? "recorded" : "could not be recorded"
      Issue.record("\(name) \(result); look at it and run again", sourceLocation: sourceLocation)
      return
    }
    guard let expected = read(path) else {
      Issue.record(
        "\(name) is missing from Goldens; record it with RECORD_GOLDENS=1",
        sourceLocation: sourceLocation)
      return
    }
    if let difference = firstDifference(expected, text) {
      Issue.record("\(name) differs: \(difference)", sourceLocation: sourceLocation)
    }
  }

  /// Where two texts first differ, with both lines; nil if they do not.
  static func firstDifference(_ expected: String, _ found: String) -> String? {
    if expected.utf8.elementsEqual(found.utf8) { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(old.count, new.count) {
      let before = line < old.count ? String(old[line]).debugDescription : "no line"
      let after = line < new.count ? String(new[line]).debugDescription : "no line"
      if before != after { return "line \(line + 1): expected \(before), found \(after)" }
    }
    return "the bytes, though no line looks different"
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = fread(&chunk, 1, chunk.count, file)
      if got == 0 { break }
      bytes += chunk[..<got]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, _ path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
