/// Words that a mistyped word may have meant.
public enum WordDistance {
  /// Longest word, in bytes, that is looked at: no name in the program or the dataset is longer.
  private static let longest = 80

  /// At most three candidates that the word begins or that differ from it in two places.
  public static func nearest(to word: String, among candidates: [String]) -> [String] {
    guard word.utf8.count <= longest else { return [] }
    let bytes = Array(word.utf8)
    let near = candidates.map { ($0, distance(bytes, Array($0.utf8))) }
      .filter { $0.1 <= 2 || (bytes.count > 2 && $0.0.hasPrefix(word)) }
    return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
  }

  /// The ending of a message that offers words, such as `; did you mean a or b?`; empty for none.
  public static func offer(_ words: [String]) -> String {
    words.isEmpty ? "" : "; did you mean " + words.joined(separator: " or ") + "?"
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for i in left.indices {
      var next = [i + 1]
      for j in right.indices {
        next.append(
          min(row[j + 1] + 1, next[j] + 1, row[j] + (left[i] == right[j] ? 0 : 1)))
      }
      row = next
    }
    return row[right.count]
  }
}
