import AtlasCLI

@main
struct Main {
  static func main() { AtlasProgram.main() }
}
