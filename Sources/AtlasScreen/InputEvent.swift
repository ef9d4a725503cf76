/// What a person or the terminal did.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used; only sent when it was asked for.
  case mouse(MouseEvent)
  /// Text was pasted in one piece; line ends are kept, nothing is executed.
  case paste(String)
  /// The terminal has another size.
  case resize(Size)
  /// The program was stopped and continued; everything must be drawn again.
  case resumed
  /// The program is asked to end; `signal` is 1 hang-up, 2 interrupt or 15 terminate.
  case terminate(signal: Int32)
  /// Another thread asked the loop to look for its results.
  case woken
  /// Time went by that something on the screen tells, in milliseconds.
  case elapsed(Int)
}

/// A use of the mouse on one cell.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case press, doublePress, release, wheelUp, wheelDown
  }

  /// What was done.
  public var kind: Kind
  /// The cell's column from 0.
  public var column: Int
  /// The cell's row from 0.
  public var row: Int

  /// Makes a mouse event.
  public init(kind: Kind, column: Int, row: Int) {
    self.kind = kind
    self.column = column
    self.row = row
  }

  /// The cell it happened on.
  public var point: Point { Point(column: column, row: row) }
}
