public import AtlasModel

// The objects that name what a JSON result was made of.
extension JSONValue {
  /// The model: version and hash.
  public static var model: JSONValue {
    .object([
      .init("version", .string(ModelIdentity.version)),
      .init("hash", .string(ModelIdentity.hash)),
    ])
  }

  /// A dataset: version and hash.
  public static func dataset(_ identity: Catalog.Identity) -> JSONValue {
    .object([
      .init("version", .string(identity.version)), .init("hash", .string(identity.hash)),
    ])
  }

  /// A country: code and name.
  static func country(_ country: Country) -> JSONValue {
    .object([.init("iso3", .string(country.iso3)), .init("name", .string(country.name))])
  }

  /// A good: id and name.
  static func good(_ good: PublicGood) -> JSONValue {
    .object([.init("id", .string(good.id)), .init("name", .string(good.name))])
  }
}

extension Catalog.Identity {
  /// Id, version and hash in a line.
  public var words: String { "\(id) \(version) (\(hash))" }
}
