import Testing

@testable import AtlasCLI

struct SHA256Tests {
  /// Vectors of FIPS 180-4 and of the reference implementation of the National Institute of Standards.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownVectors(text: String, digits: String) {
    #expect(SHA256.digits(Array(text.utf8)) == digits)
  }

  @Test func aMillionLetters() {
    #expect(
      SHA256.digits([UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
