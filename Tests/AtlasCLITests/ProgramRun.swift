import AtlasTestSupport
import Glibc

/// One run of the built program: what it wrote and how it ended.
struct ProgramRun {
  /// Standard output.
  var output: String
  /// Standard error.
  var errors: String
  /// Exit code; 128 and more for a signal, as shells say it.
  var code: Int32

  /// What could not be done to run the program.
  struct Trouble: Error {
    var reason: String
  }

  /// The program that was built beside the tests, in the folder of the running test program.
  static var program: String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    let file = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.joined(separator: "/") + "/dpg-atlas"
  }

  /// Runs the program with arguments and with only these environment variables.
  init(_ arguments: [String], environment: [String] = ["TERM=xterm-256color", "LANG=C.UTF-8"])
    throws
  {
    let folder = try TemporaryFolder()
    let (output, errors) = (folder.path + "/out", folder.path + "/err")
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    code = try Self.spawn(arguments, environment) { actions in
      posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, output, flags, 0o600)
      posix_spawn_file_actions_addopen(actions, STDERR_FILENO, errors, flags, 0o600)
    }
    self.output = try TemporaryFolder.read(output)
    self.errors = try TemporaryFolder.read(errors)
  }

  /// Runs the program with a standard output that nobody reads; returns the exit code.
  static func intoBrokenPipe(_ arguments: [String]) throws -> Int32 {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Trouble(reason: "no pipe") }
    close(ends[0])
    defer { close(ends[1]) }
    return try spawn(arguments, []) { actions in
      posix_spawn_file_actions_adddup2(actions, ends[1], STDOUT_FILENO)
    }
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String],
    _ prepare: (UnsafeMutablePointer<posix_spawn_file_actions_t>) -> Void
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    prepare(&actions)
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, words, variables) == 0 else {
      throw Trouble(reason: "cannot start " + program)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
