internal import AtlasModel
internal import AtlasScreen

extension Translator {
  /// A text in the language of whoever asks; in English as it is.
  public static func said(_ text: String) -> String { current?.translate(text) ?? text }

  /// What a text in another language opens with: a severity, then a colon or the id of a flag.
  func opening(of text: String) -> RichText.Opening? {
    let glyphs = Glyphs.unicode
    for severity in Severity.allCases where severity > .none {
      let word = translate(severity.word)
      guard text.hasPrefix(word) else { continue }
      let rest = text.dropFirst(word.count)
      guard rest.hasPrefix(": ") || rest.first == " " && Self.isFlag(rest.dropFirst()) else {
        continue
      }
      return RichText.Opening(severity: severity, sign: glyphs.sign(of: severity), words: word)
    }
    let end = "(" + translate("not assessed") + ") "
    guard let range = text.firstRange(of: end), Self.isFlag(text[range.upperBound...]) else {
      return nil
    }
    let words = String(text[..<range.upperBound].dropLast())
    guard words.split(separator: " ").count < 8 else { return nil }
    return RichText.Opening(severity: .critical, sign: glyphs.notAssessed, words: words)
  }

  /// Whether a text begins with the id of a flag.
  private static func isFlag(_ text: Substring) -> Bool {
    FlagID(rawValue: String(text.prefix { $0 != " " })) != nil
  }
}

extension Document {
  /// The document in another language: all words but those of its sources; nil is English.
  public func translated(by translator: Translator?) -> Document {
    guard let translator else { return self }
    var copy = self
    copy.title = translator.translate(title)
    copy.subtitle = translator.translate(subtitle)
    copy.notes = notes.map(translator.translate)
    copy.sections = sections.map { section in
      Section(
        translator.translate(section.title), section.blocks.map { $0.translated(by: translator) })
    }
    copy.sources = sources.map { $0.translated(by: translator) }
    return copy
  }
}

extension Citations.Entry {
  /// The entry with the words that are the program's own: a page of somebody else keeps its title.
  func translated(by translator: Translator) -> Citations.Entry {
    guard id == Citations.modelID else { return self }
    var copy = self
    copy.publisher = translator.translate(publisher)
    copy.title = translator.translate(title)
    return copy
  }
}

extension Document.Block {
  /// The block in another language.
  func translated(by translator: Translator) -> Document.Block {
    switch self {
    case .paragraph(let text): .paragraph(translator.translate(text))
    case .note(let text): .note(translator.translate(text))
    case .list(let points): .list(points.map(translator.translate))
    case .table(let table): .table(table.translated(by: translator))
    case .chart(let chart): .chart(chart.translated(by: translator))
    case .facts(let facts):
      .facts(
        facts.map { fact in
          Document.Fact(
            translator.translate(fact.name), translator.translate(fact.value),
            citations: fact.citations)
        })
    }
  }
}

extension Chart {
  /// The chart in another language.
  func translated(by translator: Translator) -> Chart {
    switch self {
    case .bars(var chart):
      chart.title = translator.translate(chart.title)
      chart.markerName = translator.translate(chart.markerName)
      for index in chart.bars.indices {
        chart.bars[index].label = translator.translate(chart.bars[index].label)
        chart.bars[index].words = translator.translate(chart.bars[index].words)
      }
      return .bars(chart)
    case .trend(var chart):
      chart.title = translator.translate(chart.title)
      chart.unit = translator.translate(chart.unit)
      return .trend(chart)
    case .locator(var chart):
      chart.title = translator.translate(chart.title)
      chart.disclaimer = translator.translate(chart.disclaimer)
      return .locator(chart)
    case .timeline(var chart):
      chart.title = translator.translate(chart.title)
      for index in chart.rows.indices {
        chart.rows[index].label = translator.translate(chart.rows[index].label)
        chart.rows[index].words = translator.translate(chart.rows[index].words)
      }
      return .timeline(chart)
    }
  }
}
