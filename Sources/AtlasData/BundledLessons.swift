import CLessons

/// The lessons that are bundled, as texts.
public enum BundledLessons {
  /// Name and text of every lesson, in the order in which they are listed.
  public static var all: [(name: String, text: String)] {
    (0..<clessons_count()).compactMap { place in
      var length = 0
      guard let name = clessons_name(place), let bytes = clessons_bytes(place, &length) else {
        return nil
      }
      let text = UnsafeRawBufferPointer(start: bytes, count: length)
      return (String(cString: name), String(decoding: text, as: UTF8.self))
    }
  }
}
