import AtlasScreen

/// One piece of input as the terminal library delivers it.
enum RawInput: Hashable {
  /// A character or control as it came in.
  case scalar(UInt32)
  /// A key with a code of its own.
  case key(Key)
  /// A use of the mouse, before double presses are told apart.
  case mouse(MouseEvent)
  /// The begin or the end of pasted text.
  case pasteStart, pasteEnd
  /// Something that is none of our business.
  case ignored
}

/// Turns pieces of input into events; keeps what is unfinished between calls.
struct InputDecoder {
  /// Most characters of one paste that are kept; the rest is dropped.
  static let pasteLimit = 65_536
  /// Longest time between the presses of a double press, in milliseconds.
  static let doublePressTime: Int64 = 400

  private var paste: String?
  private var lastPress: (point: Point, time: Int64)?

  /// Turns the pieces that came in at one moment, in milliseconds, into events.
  mutating func decode(_ pieces: [RawInput], at time: Int64) -> [InputEvent] {
    var events: [InputEvent] = []
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      if paste != nil {
        if let text = add(toPaste: piece) { events.append(.paste(text)) }
        index += 1
        continue
      }
      switch piece {
      case .scalar(0x1B):
        let length = Self.unknownSequence(pieces[(index + 1)...])
        if length == 0 { events.append(.key(.escape)) }
        index += length
      case .scalar(let value):
        if let key = Self.key(of: value) { events.append(.key(key)) }
      case .key(let key): events.append(.key(key))
      case .mouse(let event): events.append(.mouse(doubled(event, at: time)))
      case .pasteStart: paste = ""
      case .pasteEnd, .ignored: break
      }
      index += 1
    }
    return events
  }

  /// The key behind a character; nil for what is neither a key nor printable.
  static func key(of value: UInt32) -> Key? {
    switch value {
    case 0x0A, 0x0D: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x1B: return .escape
    case 0x00: return .control("@")
    case 0x01...0x1A: return Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
    case 0x1C...0x1F: return Unicode.Scalar(value + 0x40).map { .control(Character($0)) }
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    let character = Character(scalar)
    return character.isPrintable ? .character(character) : nil
  }

  /// How many pieces after an escape belong to a sequence that no key is known for.
  ///
  /// Such a sequence must not act as Esc followed by letters. A lone Esc, and Esc followed by a
  /// letter, are keys that someone typed.
  private static func unknownSequence(_ rest: ArraySlice<RawInput>) -> Int {
    guard case .scalar(let first)? = rest.first else { return 0 }
    if first == 0x4F {
      guard rest.count > 1, case .scalar(0x40...0x7E) = rest[rest.startIndex + 1] else { return 0 }
      return 2
    }
    guard first == 0x5B else { return 0 }
    for (offset, piece) in rest.dropFirst().enumerated() {
      guard case .scalar(let value) = piece else { return 0 }
      if (0x40...0x7E).contains(value) { return offset + 2 }
      guard (0x20...0x3F).contains(value) else { return 0 }
    }
    return 0
  }

  /// Adds to the paste under way; returns its text when it ends.
  private mutating func add(toPaste piece: RawInput) -> String? {
    var text = paste ?? ""
    switch piece {
    case .pasteEnd:
      paste = nil
      return text
    case .scalar(0x0A), .scalar(0x0D), .key(.enter): text.append("\n")
    case .scalar(0x09), .key(.tab): text.append("\t")
    case .scalar(let value):
      guard value >= 0x20, !(0x7F...0x9F).contains(value), let scalar = Unicode.Scalar(value)
      else { return nil }
      text.unicodeScalars.append(scalar)
    default: return nil
    }
    if text.utf8.count <= Self.pasteLimit { paste = text }
    return nil
  }

  private mutating func doubled(_ event: MouseEvent, at time: Int64) -> MouseEvent {
    guard event.kind == .press else { return event }
    if let last = lastPress, last.point == event.point, time - last.time <= Self.doublePressTime {
      lastPress = nil
      return MouseEvent(kind: .doublePress, column: event.column, row: event.row)
    }
    lastPress = (event.point, time)
    return event
  }
}
