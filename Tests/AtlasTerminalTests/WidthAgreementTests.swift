import AtlasScreen
import CNcurses
import Glibc
import Testing

/// The widths of AtlasScreen are written down; the terminal library asks the C library.
@Suite struct WidthAgreementTests {
  @Test func printableScalarsHaveTheWidthTheCLibraryGives() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var differences: [String] = []
    for value in UInt32(0x20)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = Character(scalar)
      let theirs = Int(cn_width(value))
      // Scalars newer than this C library and marks on their own are another matter: the seam
      // replaces the first, the buffer drops the second. Flags and skin tones become marks.
      let isSpecial = (0x1F1E6...0x1F1FF).contains(value) || (0x1F3FB...0x1F3FF).contains(value)
      guard theirs > 0, character.isPrintable, !isSpecial else { continue }
      if character.columns != theirs {
        differences.append("U+\(String(value, radix: 16)) \(character.columns) \(theirs)")
      }
    }
    #expect(differences == [])
  }
}
