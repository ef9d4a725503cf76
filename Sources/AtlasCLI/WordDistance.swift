/// Words that a mistyped word may have meant.
enum WordDistance {
  /// At most three candidates that the word begins or that differ from it in two places.
  static func nearest(to word: String, among candidates: [String]) -> [String] {
    let near = candidates.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }
      .filter { $0.1 <= 2 || (word.count > 2 && $0.0.hasPrefix(word)) }
    return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
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
