import AtlasTestSupport
import Glibc
import Testing

@testable import AtlasCLI

struct StateFolderTests {
  private func state(_ variables: [String: String]) -> StateFolder {
    StateFolder { variables[$0] }
  }

  @Test func theFolderFollowsTheXDGRules() {
    #expect(state(["XDG_STATE_HOME": "/s", "HOME": "/h"]).path == "/s/dpg-atlas")
    #expect(state(["HOME": "/h"]).path == "/h/.local/state/dpg-atlas")
    // Relative and empty paths are ignored.
    #expect(state(["XDG_STATE_HOME": "s", "HOME": "/h"]).path == "/h/.local/state/dpg-atlas")
    #expect(state(["XDG_STATE_HOME": "", "HOME": "/h"]).path == "/h/.local/state/dpg-atlas")
    #expect(state(["XDG_STATE_HOME": "s", "HOME": "h"]).path == nil)
  }

  @Test func withoutAHomeNothingIsKeptAndNothingIsSaid() throws {
    let state = state([:])
    try state.write("session", "x")
    #expect(state.read("session") == .none)
    #expect(state.setAside("session") == nil)
  }

  @Test func whatIsWrittenIsReadByItsOwnerAlone() throws {
    let folder = try TemporaryFolder()
    let state = state(["HOME": folder.path + "/me"])
    #expect(state.read("session") == .none)
    try state.write("session", "one\n")
    try state.write("session", "two é\n")
    #expect(state.read("session") == .text("two é\n"))
    let path = try #require(state.path)
    #expect(try mode(path) == 0o700)
    #expect(try mode(folder.path + "/me/.local") == 0o700)
    #expect(try mode(path + "/session") == 0o600)
    // A mode that was loosened is brought back.
    chmod(path + "/session", 0o644)
    try state.write("session", "three\n")
    #expect(try mode(path + "/session") == 0o600)
    // The temporary file is gone.
    #expect(TemporaryFolder.names(in: path) == ["session"])
  }

  @Test func damagedFilesAreKeptAsideEachUnderItsOwnName() throws {
    let folder = try TemporaryFolder()
    let state = state(["XDG_STATE_HOME": folder.path])
    try state.write("session", "one")
    #expect(state.setAside("session") == "session.damaged-1")
    #expect(state.read("session") == .none)
    #expect(state.setAside("session") == nil)
    try state.write("session", "two")
    #expect(state.setAside("session") == "session.damaged-2")
    #expect(state.read("session.damaged-1") == .text("one"))
    #expect(state.read("session.damaged-2") == .text("two"))
    // A folder in the place of a file is moved too.
    try folder.makeFolder("dpg-atlas/session")
    #expect(state.read("session") == .unreadable("not a regular file"))
    #expect(state.setAside("session") == "session.damaged-3")
  }

  @Test func whatIsNoTextOrTooLargeIsUnreadable() throws {
    let folder = try TemporaryFolder()
    let state = state(["XDG_STATE_HOME": folder.path])
    try folder.makeFolder("dpg-atlas")
    try folder.write(bytes: [0x78, 0xC3], to: "dpg-atlas/session")
    #expect(state.read("session") == .unreadable("no text in UTF-8"))
    let most = String(repeating: "x", count: TextFile.limit)
    try state.write("session", most)
    #expect(state.read("session") == .text(most))
    try folder.write(most + "y", to: "dpg-atlas/session")
    #expect(state.read("session") == .unreadable("larger than 4 MB"))
    #expect(throws: Failure.self) { try state.write("session", most + "y") }
    #expect(state.read("session") == .unreadable("larger than 4 MB"))
  }

  @Test func aFolderThatCannotBeMadeIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    let state = state(["XDG_STATE_HOME": folder.path + "/file"])
    let failure = #expect(throws: Failure.self) { try state.write("session", "x") }
    #expect(failure?.kind == .cannotCreate)
    #expect(failure?.description.contains("/file/dpg-atlas/session") == true)
  }

  @Test(arguments: ["", ".", "..", "../x", "a/b"])
  func noNameLeadsOutOfTheFolder(_ name: String) throws {
    let folder = try TemporaryFolder()
    let state = state(["XDG_STATE_HOME": folder.path])
    try state.write(name, "x")
    #expect(state.read(name) == .none)
    #expect(folder.names.isEmpty)
  }

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return status.st_mode & 0o777
  }
}
