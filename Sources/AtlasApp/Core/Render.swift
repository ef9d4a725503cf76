public import AtlasScreen

/// Draws the state into a buffer of its size; draws from the state only and remembers nothing.
///
/// - Returns: Where the hint bar's words stand, for the mouse.
@discardableResult
public func render(_ state: AppState, into buffer: inout CellBuffer) -> [HintBar.Region] {
  state.speaking { draw(state, into: &buffer) }
}

private func draw(_ state: AppState, into buffer: inout CellBuffer) -> [HintBar.Region] {
  buffer.clear()
  buffer.cursor = nil
  guard !state.isTooSmall else {
    drawTooSmall(buffer.size, into: &buffer)
    return []
  }
  let top = buffer.bounds.splitTop(1)
  let bottom = top.rest.splitBottom(2 + state.lessonRows)
  drawTitle(state, in: top.top, into: &buffer)
  state.view.draw(state, in: bottom.rest, into: &buffer)
  if let player = state.player {
    if player.hidesVerdicts { LessonView.hideVerdicts(state, in: bottom.rest, into: &buffer) }
    if player.showsScore || (player.current.isSlide && !player.isTakenOver) {
      LessonView.drawSlide(state, in: bottom.rest, into: &buffer)
    }
  }
  let panel = bottom.bottom.splitTop(state.lessonRows)
  LessonView.drawPanel(state, in: panel.top, into: &buffer)
  let foot = panel.rest.splitTop(1)
  drawMessage(state, in: foot.top, into: &buffer)
  let hints =
    state.isGuided
    ? AppState.lessonKeys.map {
      HintBar.Hint(name: $0.keys.first?.description ?? "", ScreenWords.said($0.hint))
    }
    : Commands.hints(for: state).map { command in
      HintBar.Hint(name: command.keys.first?.description ?? "", ScreenWords.said(command.hint))
    }
  let regions = HintBar(hints, glyphs: state.glyphs).draw(in: foot.rest, into: &buffer)
  guard let overlay = state.overlay else { return state.isGuided ? [] : regions }
  OverlayView.draw(overlay, state: state, into: &buffer)
  if state.player?.hidesVerdicts == true {
    LessonView.hideVerdicts(state, in: bottom.rest, into: &buffer)
  }
  return []
}

private func drawTooSmall(_ size: Size, into buffer: inout CellBuffer) {
  let text =
    "The window is \(size.columns)x\(size.rows); 40x10 is the least. Widen it, or q leaves."
  _ = Paragraph(text, role: .warning).draw(in: buffer.bounds, into: &buffer)
}

private func drawTitle(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
  buffer.fill(rect, role: .statusBar)
  let end = ScreenWords.said(titleEnd(state))
  let room = max(8, rect.columns - 2 - (end.isEmpty ? 0 : end.columns + 2))
  let separator = " \(state.glyphs.prompt) "
  var crumbs = state.work.trail.map { ScreenWords.said($0.crumb(state)) }
  var text = crumbs.joined(separator: separator)
  // The end of the trail matters most: drop from the middle on narrow screens.
  while text.columns > room, crumbs.count > 2 {
    crumbs.remove(at: 1)
    text = ([crumbs[0], state.glyphs.ellipsis] + crumbs.dropFirst()).joined(separator: separator)
  }
  buffer.write(
    " " + text.truncated(to: room, marker: state.glyphs.ellipsis), at: rect.column, row: rect.row,
    role: .statusBar, limit: rect.columns)
  guard !end.isEmpty, rect.columns > end.columns + 10 else { return }
  buffer.write(
    end, at: rect.endColumn - end.columns - 1, row: rect.row, role: .statusBar,
    limit: end.columns)
}

/// What is in force everywhere: changes of a what-if, marks, pairs in the plan.
private func titleEnd(_ state: AppState) -> String {
  var parts: [String] = []
  if let player = state.player, state.size.columns >= 60 {
    // The panel names the step; the trail and what is changed matter more than a long title.
    let title = player.lesson.title.truncated(
      to: max(12, state.size.columns / 4), marker: state.glyphs.ellipsis)
    parts.append("\(title) \(player.step + 1)/\(player.lesson.steps.count)")
  }
  let banner = ScenarioWords.banner(state.work.scenario)
  if !banner.isEmpty { parts.append(banner) }
  if state.work.marks.count > 0 { parts.append("\(state.work.marks.count) marked") }
  if !state.work.plan.isEmpty { parts.append("plan \(state.work.plan.count)") }
  return parts.joined(separator: " \(state.glyphs.separator) ")
}

private func drawMessage(_ state: AppState, in rect: Rect, into buffer: inout CellBuffer) {
  guard let message = state.message else {
    guard let footer = state.view.footer(state) else { return }
    buffer.write(
      footer.truncated(to: rect.columns, marker: state.glyphs.ellipsis), at: rect.column,
      row: rect.row, role: .dim, limit: rect.columns)
    return
  }
  buffer.write(
    message.text.truncated(to: rect.columns, marker: state.glyphs.ellipsis), at: rect.column,
    row: rect.row, role: message.isError ? .error : .message, limit: rect.columns)
}
