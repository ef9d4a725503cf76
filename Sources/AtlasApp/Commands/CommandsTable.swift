public import AtlasReport
import AtlasScreen

/// The registry as a table: what `dpg-atlas keys` prints and the key table of the documentation.
public enum CommandsTable {
  /// One row a verb, in the order of help.
  public static var table: ReportTable {
    ReportTable(
      id: "keys", title: "Keys and commands of the explorer",
      columns: [
        ReportColumn("keys", "keys", documentation: "Keys, the first of which is shown in hints."),
        ReportColumn("verb", "verb", documentation: "Stable verb, as logs and sessions have it."),
        ReportColumn("title", "title", documentation: "What it is called.", isFlexible: true),
        ReportColumn(
          "help", "what it does", documentation: "What it does.", isFlexible: true),
        ReportColumn(
          "argument", "takes", documentation: "What may stand behind the verb.", isFlexible: true),
        ReportColumn("views", "works in", documentation: "Views; all if empty.", isFlexible: true),
        ReportColumn("group", "group", documentation: "What it is about."),
        ReportColumn("undo", "undo", documentation: "Whether undo goes back before it."),
      ],
      rows: Commands.all.map { command in
        [
          .text(command.keys.map(\.description).joined(separator: " "), none: "none"),
          .text(command.id.rawValue), .text(command.title), .text(command.help),
          .text(command.argument, none: "nothing"),
          .text(command.views.map(\.rawValue).joined(separator: ", "), none: "all views"),
          .text(command.group.rawValue), .flag(command.isUndoable),
        ]
      })
  }

  /// The table of keys for documentation: verbs with a key, grouped, as Markdown.
  public static var markdown: String {
    Command.Group.allCases.map { group in
      let rows = Commands.all.filter { $0.group == group && !$0.keys.isEmpty }
      let lines = rows.map { command in
        let keys = command.keys.map { key in
          "`" + (key.description == "|" ? "\\|" : key.description) + "`"
        }
        return "| \(keys.joined(separator: " ")) | \(command.title) | \(command.help) |\n"
      }
      return "\n**\(group.rawValue)**\n\n| key | command | what it does |\n| --- | --- | --- |\n"
        + lines.joined()
    }.joined()
  }
}

extension ReportCell {
  /// A cell of text, with words for nothing that are no unknown.
  fileprivate static func text(_ text: String, none: String) -> ReportCell {
    ReportCell(.text(text.isEmpty ? none : text))
  }
}
