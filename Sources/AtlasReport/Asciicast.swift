public import AtlasScreen

/// A recording as asciicast v2, which asciinema and other players read: a header, then an event a line.
///
/// Screens are drawn as what differs from the one before. Times are those of the recording, so the
/// same recording gives the same bytes.
public struct Asciicast: Sendable {
  /// What is written.
  public let recording: Recording
  /// Seconds since 1970 for the header; nil leaves them out.
  public var timestamp: Int?

  /// Writes a recording.
  public init(_ recording: Recording, timestamp: Int? = nil) {
    self.recording = recording
    self.timestamp = timestamp
  }

  /// The file.
  public var text: String {
    let captionRows = recording.captionRows
    var lines = [header(captionRows)]
    var shown: CellBuffer?
    var last: Recording.Frame?
    for frame in recording.frames {
      let screen = recording.captioned(frame, rows: captionRows)
      if let last, last.size != frame.size {
        lines.append(
          event(frame.milliseconds, "r", "\(screen.size.columns)x\(screen.size.rows)"))
      }
      // Other colours change cells that did not change otherwise.
      let before = last?.theme == frame.theme ? shown : nil
      let output = ScreenANSI(theme(of: frame)).update(from: before, to: screen)
      if !output.isEmpty { lines.append(event(frame.milliseconds, "o", output)) }
      if !frame.caption.isEmpty, frame.caption != last?.caption {
        lines.append(event(frame.milliseconds, "m", PlainText.clean(frame.caption)))
      }
      shown = screen
      last = frame
    }
    // The last screen stays as long as the others.
    if let last, last.milliseconds < recording.milliseconds {
      lines.append(event(recording.milliseconds, "o", ""))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The colours of a frame; players have the ground of the first.
  private func theme(of frame: Recording.Frame) -> Theme {
    let isMadeForAnother = frame.theme.isLight != recording.frames.first?.theme.isLight
    return isMadeForAnother && frame.theme.hasColours ? frame.theme.withOwnGround : frame.theme
  }

  private func header(_ captionRows: Int) -> String {
    let sizes = recording.frames.map(\.size)
    var members: [JSONValue.Member] = [
      .init("version", 2), .init("width", .integer(sizes.first?.columns ?? 80)),
      .init("height", .integer((sizes.first?.rows ?? 24) + captionRows)),
    ]
    if let timestamp { members.append(.init("timestamp", .integer(timestamp))) }
    members.append(.init("title", .string(PlainText.clean(recording.title))))
    if let theme = recording.frames.first?.theme {
      members.append(
        .init(
          "theme",
          .object([
            .init("fg", .string(theme.plainForeground.css)),
            .init("bg", .string(theme.plainBackground.css)),
            .init("palette", .string(Self.palette)),
          ])))
    }
    return JSONValue.object(members).compact
  }

  /// The basic colours, which players ask for; screens are drawn in others.
  private static let palette =
    "#000000:#cd0000:#00cd00:#cdcd00:#0000ee:#cd00cd:#00cdcd:#e5e5e5"

  private func event(_ milliseconds: Int, _ kind: String, _ data: String) -> String {
    JSONValue.array([
      .number(Double(milliseconds) / 1000), .string(kind), .string(data),
    ]).compact
  }
}
