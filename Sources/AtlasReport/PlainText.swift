// AtlasReport turns what is known into tables and documents, and those into text, Markdown, CSV
// and JSON. It is pure: it imports AtlasModel and, for widths, AtlasScreen. Start reading at
// `ReportTable.swift` and `Document.swift`; the contents are in `TableBuilder.swift`,
// `CountryProfile.swift` and `GoodProfile.swift`.

internal import AtlasModel

/// Text from data, made safe to write anywhere.
public enum PlainText {
  /// The text without control characters and without marks that reorder what follows; see
  /// `SafeText.clean`.
  public static func clean(_ text: String) -> String { SafeText.clean(text) }
}
