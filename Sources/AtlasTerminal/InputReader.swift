import AtlasScreen
import CNcurses

/// Takes input from the terminal library until there is none waiting.
enum InputReader {
  /// Most pieces taken at once, so that a stream of input can not hold the screen up.
  static let burst = 4096

  /// Everything that is waiting.
  static func drain() -> [RawInput] {
    var pieces: [RawInput] = []
    while pieces.count < burst {
      let input = cn_next()
      if input.kind == Int32(CN_NONE) { break }
      pieces.append(piece(from: input))
    }
    return pieces
  }

  /// The piece behind one input of the seam.
  static func piece(from input: cn_input) -> RawInput {
    switch Int(input.kind) {
    case CN_SCALAR:
      return .scalar(UInt32(bitPattern: input.value))
    case CN_KEY:
      return key(Int(input.value))
    case CN_MOUSE:
      guard let kind = mouseKind(Int(input.value)) else { return .ignored }
      return .mouse(MouseEvent(kind: kind, column: Int(input.column), row: Int(input.row)))
    default:
      return .ignored
    }
  }

  private static func key(_ code: Int) -> RawInput {
    switch code {
    case CN_UP: .key(.up)
    case CN_DOWN: .key(.down)
    case CN_LEFT: .key(.left)
    case CN_RIGHT: .key(.right)
    case CN_PAGE_UP: .key(.pageUp)
    case CN_PAGE_DOWN: .key(.pageDown)
    case CN_HOME: .key(.home)
    case CN_END: .key(.end)
    case CN_ENTER: .key(.enter)
    case CN_BACKSPACE: .key(.backspace)
    case CN_DELETE: .key(.delete)
    case CN_INSERT: .key(.insert)
    case CN_BACK_TAB: .key(.backTab)
    case CN_PASTE_START: .pasteStart
    case CN_PASTE_END: .pasteEnd
    case (CN_FUNCTION + 1)...(CN_FUNCTION + 63): .key(.function(code - CN_FUNCTION))
    default: .ignored
    }
  }

  private static func mouseKind(_ action: Int) -> MouseEvent.Kind? {
    switch action {
    case CN_PRESS: .press
    case CN_RELEASE: .release
    case CN_WHEEL_UP: .wheelUp
    case CN_WHEEL_DOWN: .wheelDown
    default: nil
    }
  }
}
