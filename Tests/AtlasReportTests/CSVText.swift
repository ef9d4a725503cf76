/// A little reader of CSV for tests; nil if the text is not well formed.
func readCSV(_ text: String) -> [[String]]? {
  var rows: [[String]] = [[]]
  var field = ""
  var isQuoted = false
  var scalars = text.unicodeScalars.makeIterator()
  var next = scalars.next()
  while let scalar = next {
    next = scalars.next()
    if isQuoted {
      if scalar != "\"" {
        field.unicodeScalars.append(scalar)
      } else if next == "\"" {
        field += "\""
        next = scalars.next()
      } else {
        isQuoted = false
        guard next == "," || next == "\n" else { return nil }
      }
    } else if scalar == "\"" {
      guard field.isEmpty else { return nil }
      isQuoted = true
    } else if scalar == "," || scalar == "\n" {
      rows[rows.count - 1].append(field)
      field = ""
      if scalar == "\n" { rows.append([]) }
    } else {
      field.unicodeScalars.append(scalar)
    }
  }
  guard !isQuoted, rows.last == [], field.isEmpty else { return nil }
  return Array(rows.dropLast())
}
