import Glibc

/// A whole file as text; empty if it cannot be read.
func fileText(_ path: String) -> String {
  guard let file = fopen(path, "rb") else { return "" }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes.append(contentsOf: buffer[0..<count])
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Folder of the repository, from the place of this file.
var repositoryFolder: String {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(3).joined(separator: "/")
}

/// Rows of a CSV text by column name; plain and slow, for tests only.
func csvRows(_ text: String) -> [[String: String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var bytes = Array(text.utf8)[...]
  while let byte = bytes.popFirst() {
    switch (byte, isQuoted) {
    case (UInt8(ascii: "\""), true) where bytes.first == UInt8(ascii: "\""):
      field.append(byte)
      bytes = bytes.dropFirst()
    case (UInt8(ascii: "\""), _): isQuoted.toggle()
    case (UInt8(ascii: ","), false):
      row.append(String(decoding: field, as: UTF8.self))
      field = []
    case (UInt8(ascii: "\n"), false):
      row.append(String(decoding: field, as: UTF8.self))
      rows.append(row)
      row = []
      field = []
    default: field.append(byte)
    }
  }
  guard let header = rows.first else { return [] }
  return rows.dropFirst().map {
    Dictionary(zip(header, $0).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }
}
