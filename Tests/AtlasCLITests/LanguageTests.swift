import AtlasTestSupport
import Testing

/// The program in another language.
struct LanguageTests {
  /// Numbers and marks of sources, in order.
  private func numbers(_ text: String) -> [String] {
    text.split { !($0.isNumber || $0 == "." || $0 == "[" || $0 == "]") }.map(String.init)
      .filter { $0.contains(where: \.isNumber) }
      .map { $0.split(separator: ".", omittingEmptySubsequences: true).joined(separator: ".") }
  }

  @Test(arguments: [["assess", "UGA", "dhis2"], ["report", "UGA", "dhis2"]])
  func wordsChangeAndNumbersStay(command: [String]) throws {
    let format = command[0] == "report" ? ["--format", "md"] : ["--format", "md"]
    let english = try ProgramRun(command + format)
    let french = try ProgramRun(command + format + ["--language", "fr"])
    #expect(french.code == 0)
    #expect(french.errors == english.errors)
    for words in ["Alertes de risque", "Pas de recours", "Préparer d'abord", "DHIS2 : Ouganda"] {
      #expect(french.output.contains(words), "\(words)")
    }
    for words in ["Risk flags", "No redress", "Prepare first", "Uganda"] {
      #expect(!french.output.contains(words), "\(words)")
    }
    #expect(numbers(french.output) == numbers(english.output))
  }

  /// What is to be typed: all that stands between backticks.
  private func typed(_ text: String) -> Set<Substring> {
    Set(
      text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 && !$0.element.contains("\n") }.map(\.element))
  }

  /// Lines of words that are the same in both, up to the list of sources, which is left as it is.
  private func unchanged(_ english: String, _ other: String) -> [String] {
    let lines = other.split(separator: "\n").prefix {
      !$0.hasPrefix("1. ") && !$0.hasPrefix("[1] ")
    }
    let known = Set(english.split(separator: "\n"))
    return lines.filter { line in
      let words = line.split(separator: " ").filter { word in
        word.count > 2 && word.allSatisfy { $0.isASCII && $0.isLowercase && $0.isLetter }
      }
      return known.contains(line) && words.count > 2
    }.map(String.init)
  }

  @Test(
    arguments: ["fr", "es", "pt", "hi"],
    [
      ["report", "UGA", "dhis2", "--length", "full", "--format", "md"],
      ["country", "FJI", "--format", "md"], ["good", "mosip", "--format", "md"],
      ["plan", "KAZ", "mosip", "--format", "md"], ["method", "--format", "md"],
      ["certainty", "PER", "x-road", "--format", "md"],
      ["change", "SSD", "oky", "--format", "md"], ["lesson", "show", "exercise", "--format", "md"],
    ])
  func everyLanguageSaysAllOfIt(language: String, command: [String]) throws {
    let english = try ProgramRun(command).output
    let other = try ProgramRun(command + ["--language", language])
    #expect(other.code == 0)
    #expect(unchanged(english, other.output) == [])
    // The order of words differs, so that numbers may change places in a line, and nothing more.
    #expect(numbers(other.output).sorted() == numbers(english).sorted())
    #expect(typed(other.output) == typed(english))
  }

  @Test("terms of sources stay as they are worded", arguments: ["fr", "es", "pt", "hi"])
  func termsStay(language: String) throws {
    let run = try ProgramRun(["why", "SYR", "--figure", "internet-users", "--language", language])
    #expect(run.output.contains(": ITU terms, to be confirmed; the same series"))
  }

  @Test func filesForProgramsStayAsTheyAre() throws {
    for format in ["csv", "json", "jsonl"] {
      for command in [["assess", "UGA", "dhis2"], ["countries"], ["rank", "--country", "UGA"]] {
        let english = try ProgramRun(command + ["--format", format])
        let french = try ProgramRun(command + ["--format", format, "--language", "fr"])
        #expect(french.output == english.output, "\(command) \(format)")
      }
    }
  }

  @Test func theVariableCountsAndTheLocaleDoesNot() throws {
    let command = ["assess", "UGA", "dhis2"]
    let english = try ProgramRun(command)
    let french = try ProgramRun(command + ["--language", "fr"])
    let named = try ProgramRun(
      command, environment: ["DPG_ATLAS_LANGUAGE=fr", "LANG=C.UTF-8", "TERM=xterm"])
    let locale = try ProgramRun(command, environment: ["LC_ALL=fr_FR.UTF-8", "TERM=xterm"])
    #expect(named.output == french.output)
    #expect(locale.output == english.output)
    let overruled = try ProgramRun(
      command + ["--language=en"], environment: ["DPG_ATLAS_LANGUAGE=fr", "TERM=xterm"])
    #expect(overruled.output == english.output)
  }

  @Test func anUnknownLanguageIsWrongUse() throws {
    let run = try ProgramRun(["assess", "UGA", "dhis2", "--language", "xx"])
    #expect(run.code == 64)
    #expect(run.errors.contains("en, fr, es, pt, hi"))
    let named = try ProgramRun(
      ["assess", "UGA", "dhis2"], environment: ["DPG_ATLAS_LANGUAGE=xx", "TERM=xterm"])
    #expect(named.code == 64)
  }

  @Test func everyFormatForPeopleIsWritten() throws {
    let folder = try TemporaryFolder()
    for format in ["md", "txt", "html"] {
      let run = try ProgramRun(
        ["report", "UGA", "dhis2", "--format", format, "--language", "fr"])
      #expect(run.output.contains("Alertes de risque"))
      #expect(format != "html" || run.output.contains("<html lang=\"fr\">"))
    }
    let path = try folder.write(
      "dpg-atlas session 1\nset-language fr\ngo screening UGA dhis2\n", to: "plan.session")
    let screen = try ProgramRun(["explore", "--play", path, "--headless", "--size", "100x40"])
    #expect(screen.code == 0)
    #expect(screen.output.contains("Pas de recours"))
    #expect(screen.output.contains("critique"))
  }
}
