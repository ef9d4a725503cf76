/// A colour in sRGB, with its nearest neighbours in smaller palettes.
public struct ColorValue: Hashable, Sendable {
  /// Red, 0 to 255.
  public let red: UInt8
  /// Green, 0 to 255.
  public let green: UInt8
  /// Blue, 0 to 255.
  public let blue: UInt8

  /// Makes a colour from a number written 0xRRGGBB.
  public init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }

  /// Black.
  public static let black = ColorValue(0x000000)
  /// White.
  public static let white = ColorValue(0xFFFFFF)

  /// The colour as a number 0xRRGGBB.
  public var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// The nearest of the fixed colours of a 256-colour terminal, 16 to 255.
  ///
  /// The first sixteen are left out: people set those to their own taste.
  public var index256: Int {
    var best = 16
    var distance = Int.max
    for index in 16...255 {
      let other = ColorValue(palette: index).distance(to: self)
      if other < distance {
        best = index
        distance = other
      }
    }
    return best
  }

  /// The nearest of the eight basic colours, 0 black to 7 white, chosen by hue.
  public var index8: Int {
    let parts = [Int(red), Int(green), Int(blue)]
    let high = max(parts[0], parts[1], parts[2])
    let low = min(parts[0], parts[1], parts[2])
    if high - low < 48 { return luminance > 0.15 ? 7 : 0 }
    let middle = (high + low) / 2
    let bits =
      (parts[0] > middle ? 1 : 0) | (parts[1] > middle ? 2 : 0) | (parts[2] > middle ? 4 : 0)
    // Basic blue is close to unreadable on black, so a light blue becomes cyan.
    return bits == 4 && luminance > 0.25 ? 6 : bits
  }

  /// The colour behind an index of a 256-colour palette, 16 to 255; black for any other.
  public init(palette index: Int) {
    switch index {
    case 16...231:
      let steps: [UInt32] = [0, 95, 135, 175, 215, 255]
      let cube = index - 16
      self.init(steps[cube / 36] << 16 | steps[cube / 6 % 6] << 8 | steps[cube % 6])
    case 232...255:
      let grey = UInt32(8 + (index - 232) * 10)
      self.init(grey << 16 | grey << 8 | grey)
    default:
      self.init(0)
    }
  }

  private func distance(to other: ColorValue) -> Int {
    let red = Int(red) - Int(other.red)
    let green = Int(green) - Int(other.green)
    let blue = Int(blue) - Int(other.blue)
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}
