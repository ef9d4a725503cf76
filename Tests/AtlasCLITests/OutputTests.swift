import AtlasTestSupport
import Testing

struct OutputTests {
  private let short = ["countries", "--where", "iso3:UGA", "--columns", "iso3,name,internet"]

  @Test func anExistingFileIsOnlyReplacedByForce() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("old", to: "a.txt")
    let refused = try ProgramRun(short + ["-o", file])
    #expect(refused.code == 73)
    #expect(refused.errors.contains("--force"))
    #expect(try TemporaryFolder.read(file) == "old")
    let forced = try ProgramRun(short + ["-o", file, "--force"])
    #expect(forced.code == 0)
    #expect(forced.output.isEmpty)
    #expect(try TemporaryFolder.read(file).contains("Uganda"))
    #expect(folder.names == ["a.txt"])
  }

  @Test func aNewFileHasTheSameBytesAsStandardOutput() throws {
    let folder = try TemporaryFolder()
    for format in ["table", "csv", "json", "md", "jsonl"] {
      let arguments = short + ["--format", format]
      let run = try ProgramRun(arguments + ["--output", folder.path + "/" + format])
      #expect(run.code == 0, "\(run.errors)")
      let file = try TemporaryFolder.read(folder.path + "/" + format)
      #expect(try ProgramRun(arguments + ["-o", "-"]).output == file)
      #expect(file.contains("Uganda"))
    }
    #expect(folder.names == ["csv", "json", "jsonl", "md", "table"])
  }

  @Test func aPlaceThatCannotBeWrittenIs73AndAFailedWrite74() throws {
    let folder = try TemporaryFolder()
    #expect(try ProgramRun(short + ["-o", folder.path + "/none/a"]).code == 73)
    #expect(try ProgramRun(short + ["-o", folder.path]).code == 73)
    #expect(try ProgramRun(short + ["-o", folder.path, "--force"]).code == 73)
    let full = try ProgramRun(short + ["-o", "/dev/full"])
    #expect(full.code == 74)
    #expect(full.errors.contains("/dev/full"))
    #expect(folder.names.isEmpty)
  }

  @Test func aBrokenPipeEndsWithoutSuccess() throws {
    #expect(try ProgramRun.intoBrokenPipe(["countries", "--format", "json"]) == 141)
    #expect(try ProgramRun.intoBrokenPipe(["--help"]) == 141)
  }

  @Test(arguments: [["TERM=dumb"], ["NO_COLOR=1"], ["LANG=C"], []])
  func noEnvironmentAddsEscapes(_ environment: [String]) throws {
    let run = try ProgramRun(["country", "CIV"], environment: environment)
    #expect(run.code == 0)
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.output.contains("Côte d'Ivoire"))
  }

  @Test func asciiLeavesNoOtherBytes() throws {
    for arguments in [["country", "CIV"], ["countries", "--where", "region:africa"]] {
      let run = try ProgramRun(arguments + ["--ascii"])
      #expect(run.output.utf8.allSatisfy { $0 < 128 })
      #expect(run.output.contains("Cote d'Ivoire"))
    }
  }
}
