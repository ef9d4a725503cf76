import AtlasScreen

extension AppState {
  /// Whether keys go to the lesson and not to the explorer.
  var isGuided: Bool { player.map { !$0.isTakenOver } ?? false }

  /// Keys of a lesson, as its hint bar and help show them.
  static let lessonKeys: [(keys: [Key], hint: String)] = [
    ([.right, .enter, .character(" "), .character("n"), .pageDown], "next"),
    ([.left, .backspace, .character("b"), .pageUp], "back"),
    ([.character("v")], "reveal"), ([.character("t"), .control("t")], "take over"),
    ([.character("p")], "pause"), ([.character("s")], "score"), ([.character("q")], "leave"),
  ]

  /// A key while a lesson has the keys; nil if it means nothing to it.
  mutating func pressInLesson(_ key: Key) -> [Effect]? {
    guard isGuided else {
      guard player != nil, key == .control("t") else { return nil }
      lessonTakeOver()
      return []
    }
    switch key {
    case .right, .enter, .character(" "), .character("n"), .pageDown, .down:
      if player?.showsScore == true {
        player?.showsScore = false
        return []
      }
      return lessonNext()
    case .left, .backspace, .character("b"), .pageUp, .up: lessonBack()
    case .character("v"): lessonReveal()
    case .character("t"), .control("t"): lessonTakeOver()
    case .character("p"):
      player?.isPaused.toggle()
      say(player?.isPaused == true ? "Paused: p goes on." : "Going on.")
    case .character("s"): player?.showsScore.toggle()
    case .character("q"), .escape:
      if player?.showsScore == true { player?.showsScore = false } else { leaveLesson() }
    case .character(let letter):
      if let digit = letter.wholeNumberValue, (1...9).contains(digit), letter.isASCII {
        lessonPoint(digit - 1, 1)
      } else if letter == "-" || letter == "0" {
        if let last = player?.scored { lessonPoint(last, -1) }
      } else {
        return []
      }
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: return []
    }
    return []
  }
}
