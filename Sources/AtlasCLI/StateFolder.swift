struct StateFolder {
  enum Reading { case none, text(String), unreadable(String) }
  init?() { return nil }
  func read(_ name: String) -> Reading { .none }
  func write(_ name: String, _ text: String) throws(Failure) {}
  func setAside(_ name: String) -> String? { nil }
}
