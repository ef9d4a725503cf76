import Testing

/// What may import what, as drawn in ARCHITECTURE.md.
struct ImportRulesTests {
  static let allowed: [String: Set<String>] = [
    "AtlasModel": [],
    "AtlasScreen": [],
    "AtlasReport": ["AtlasModel", "AtlasScreen"],
    "AtlasApp": ["AtlasModel", "AtlasReport", "AtlasScreen"],
    "AtlasData": ["AtlasModel", "CDataset", "CLessons", "CStrings", "Glibc"],
    "AtlasPaper": ["AtlasModel", "AtlasReport", "CPaper"],
    "AtlasTerminal": ["AtlasScreen", "CNcurses", "Glibc"],
    "AtlasCLI": [
      "AtlasApp", "AtlasData", "AtlasModel", "AtlasPaper", "AtlasReport", "AtlasScreen",
      "AtlasTerminal", "ArgumentParser", "CSampling", "CWorkbook", "Glibc",
      "Synchronization",
    ],
    "dpg-atlas": ["AtlasCLI"],
  ]

  @Test("a module imports only what the drawing allows", arguments: allowed.keys.sorted())
  func modulesImportOnlyWhatIsAllowed(module: String) throws {
    let files = SourceTree.swiftFiles(of: "Sources/" + module)
    try #require(!files.isEmpty, "no Swift files were found in \(module)")
    for file in files {
      let text = try #require(SourceTree.text(file))
      for name in Self.imports(of: text) {
        #expect(
          Self.allowed[module]?.contains(name) == true, "\(file) imports \(name)")
      }
    }
  }

  @Test("curses headers are included by one C target only")
  func cursesStaysBehindItsSeam() throws {
    for module in SourceTree.names(in: "Sources") where module != "CNcurses" {
      for name in SourceTree.names(in: "Sources/" + module) {
        let text = SourceTree.text("Sources/\(module)/\(name)") ?? ""
        #expect(!text.contains("#include <curses.h>"), "\(module)/\(name)")
        #expect(!text.contains("#include <ncursesw/"), "\(module)/\(name)")
      }
    }
  }

  @Test("the libraries hold no force unwrap, try!, fatalError or precondition")
  func librariesDoNotTrap() throws {
    for module in Self.allowed.keys {
      for file in SourceTree.swiftFiles(of: "Sources/" + module) {
        let text = try #require(SourceTree.text(file))
        for line in text.split(separator: "\n") where !Self.isComment(line) {
          for word in ["try!", "fatalError(", "precondition(", "preconditionFailure(", " as! "] {
            #expect(!line.contains(word), "\(file): \(line)")
          }
        }
      }
    }
  }

  @Test("no file of the project names a machine's private path")
  func nothingNamesPrivatePaths() throws {
    let own = ["/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/"]
    for folder in ["Sources", "Tests", "Scripts"] {
      for module in SourceTree.names(in: folder) {
        for file in SourceTree.swiftFiles(of: folder + "/" + module) {
          let text = try #require(SourceTree.text(file))
          for path in own { #expect(!text.contains(path), "\(file) names \(path)") }
        }
      }
    }
  }

  /// Names of imported modules.
  static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 2,
        !words.starts(with: ["//"]), words.count > position + 1,
        words[..<position].allSatisfy({ $0 == "public" || $0 == "internal" || $0 == "@testable" })
      else { return nil }
      let name = words[position + 1]
      return name.split(separator: ".").first.map(String.init)
    }
  }

  private static func isComment(_ line: Substring) -> Bool {
    line.drop { $0 == " " }.hasPrefix("//")
  }
}
