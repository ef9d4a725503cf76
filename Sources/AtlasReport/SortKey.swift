internal import AtlasModel

/// What a cell is sorted by; a missing cell comes last in both directions.
enum SortKey {
  enum Order { case before, same, after }

  case missing
  case number(Double)
  case text([UInt8])

  init(_ cell: ReportCell) {
    if cell.isMissing {
      self = .missing
    } else if let order = cell.order {
      self = .number(Double(order))
    } else {
      switch cell.value {
      case .number(let number, _): self = .number(number)
      case .integer(let number), .citation(let number): self = .number(Double(number))
      case .year(let text): self = Int(text.prefix(4)).map { .number(Double($0)) } ?? .missing
      case .text(let text): self = .text(TextFolding.fold(text))
      case .list(let texts): self = .text(TextFolding.fold(texts.joined(separator: " ")))
      case .answer(let answer): self = .number(answer == .yes ? 1 : 0)
      case .missing: self = .missing
      }
    }
  }

  func compare(_ other: SortKey, isDescending: Bool) -> Order {
    switch (self, other) {
    case (.missing, .missing): .same
    case (.missing, _): .after
    case (_, .missing): .before
    case (.number(let left), .number(let right)):
      left == right ? .same : (left < right) != isDescending ? .before : .after
    case (.text(let left), .text(let right)):
      left == right
        ? .same : left.lexicographicallyPrecedes(right) != isDescending ? .before : .after
    case (.number, .text): isDescending ? .after : .before
    case (.text, .number): isDescending ? .before : .after
    }
  }
}
