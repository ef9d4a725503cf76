/// Room for values that begins where a cache line does: vectors that cross lines cost half of the speed.
///
/// Arrays are aligned to 16 bytes whatever they hold. Sharing one is safe while nobody writes.
final class AlignedSpace<Value: BitwiseCopyable>: @unchecked Sendable {
  /// The first value.
  let base: UnsafeMutablePointer<Value>
  /// How many there are.
  let count: Int

  /// Makes room for at least one value; nothing is in it yet.
  init(count: Int) {
    self.count = max(count, 1)
    base =
      UnsafeMutableRawPointer.allocate(
        byteCount: self.count * MemoryLayout<Value>.stride, alignment: 64
      ).bindMemory(to: Value.self, capacity: self.count)
  }

  /// Makes room that is filled with a value.
  convenience init(count: Int, of value: Value) {
    self.init(count: count)
    fill(count, value)
  }

  deinit { UnsafeMutableRawPointer(base).deallocate() }

  /// Puts a value into the first places.
  func fill(_ places: Int, _ value: Value) { base.update(repeating: value, count: places) }
}

/// Rows of 64 floats, each of which begins where a cache line does.
struct AlignedRows: Sendable {
  private let space: AlignedSpace<Float>

  /// How many rows there is room for.
  var count: Int { space.count / SampleOptions.lanes }

  /// Makes rows of zeros.
  init(count: Int) {
    space = AlignedSpace(count: max(count, 1) * SampleOptions.lanes, of: 0)
  }

  /// Makes rows that hold nothing yet.
  init(unfilled count: Int) { space = AlignedSpace(count: max(count, 1) * SampleOptions.lanes) }

  /// Makes rows that hold the same as others.
  init(_ other: AlignedRows) {
    space = AlignedSpace(count: other.space.count)
    copy(other)
  }

  /// Puts what others hold into the first rows.
  func copy(_ other: AlignedRows) {
    space.base.update(from: other.space.base, count: min(other.space.count, space.count))
  }

  /// Puts zeros into the first rows.
  func clear(_ rows: Int) { space.fill(rows * SampleOptions.lanes, 0) }

  /// Lets the rows be read.
  @inline(__always)
  func reading(_ body: (UnsafePointer<Float>) -> Void) { body(space.base) }

  /// Lets the rows be read and written.
  @inline(__always)
  func withRows(_ body: (UnsafeMutablePointer<Float>) -> Void) { body(space.base) }
}
