/// Comparisons of folded UTF-8 bytes.
public enum SearchBytes {
  /// Whether `needle` stands in `text`; an empty needle stands everywhere.
  public static func contains(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { contains($0, needle) }
  }

  /// Whether `needle` stands in a stretch of bytes.
  public static func contains(_ text: UnsafeBufferPointer<UInt8>, _ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    guard text.count >= needle.count else { return false }
    return needle.withUnsafeBufferPointer { needle in
      var start = 0
      let end = text.count - needle.count
      while start <= end {
        if text[start] == first {
          var offset = 1
          while offset < needle.count, text[start + offset] == needle[offset] { offset += 1 }
          if offset == needle.count { return true }
        }
        start += 1
      }
      return false
    }
  }

  /// Whether the bytes of `needle` stand in `text` in order, with anything between.
  static func isSubsequence(_ needle: [UInt8], of text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    for byte in text where position < needle.count && byte == needle[position] { position += 1 }
    return position == needle.count
  }

  /// The least count of bytes to insert, remove, replace or swap to make one text the other.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for i in left.indices {
      var next = [i + 1]
      next.reserveCapacity(right.count + 1)
      for j in right.indices {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        next.append(cost)
      }
      before = row
      row = next
    }
    return row[right.count]
  }
}
