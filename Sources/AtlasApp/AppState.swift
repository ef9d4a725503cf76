// AtlasApp is the explorer without a terminal: what is shown (`AppState`), what may happen
// (`AppEvent`), the one function that changes it (`update`), and the drawing (`render`). It is pure:
// it may import AtlasModel, AtlasReport and AtlasScreen and nothing else.

internal import AtlasModel
public import AtlasScreen

/// What the explorer shows: one value, drawn by `render` and changed only by `update`.
public struct AppState: Sendable {
  /// The dataset with what the explorer works out of it once.
  public var atlas: Atlas
  /// Size of the terminal.
  public var size: Size
  /// Drawing characters.
  public var glyphs: Glyphs
  /// Open views, home first, never empty; the last one is shown.
  public private(set) var trail: [ViewState]
  /// What lies over the view.
  public var overlay: Overlay?
  /// A line for the user until the next key.
  public var message: Message?
  /// The map that was drawn last; worked out anew by `prepareMap` when it no longer fits.
  var raster: MapRaster?
  /// Finer outlines, decoded when a part of the world is shown for the first time.
  var fineShapes: [WorldMap.Shape]?
  /// Where mouse targets were drawn last; not part of what is shown.
  public var hintRegions: [HintBar.Region] = []

  /// A line for the user.
  public struct Message: Sendable, Equatable {
    /// What it says.
    public var text: String
    /// Whether something failed.
    public var isError: Bool

    /// Makes a line.
    public init(text: String, isError: Bool) {
      self.text = text
      self.isError = isError
    }
  }

  /// Starts on the home view.
  ///
  /// - Parameters:
  ///   - atlas: The dataset.
  ///   - size: Size of the terminal.
  ///   - glyphs: Drawing characters.
  public init(atlas: Atlas, size: Size, glyphs: Glyphs = .unicode) {
    self.atlas = atlas
    self.size = size
    self.glyphs = glyphs
    trail = [.home(HomeState())]
    prepareMap()
  }

  /// The view that is shown.
  public var view: ViewState {
    get { trail[trail.count - 1] }
    set { trail[trail.count - 1] = newValue }
  }

  /// Opens a view on top of the trail.
  public mutating func open(_ view: ViewState) {
    overlay = nil
    trail.append(view)
  }

  /// Goes to a view as if from home.
  public mutating func jump(to view: ViewState) {
    overlay = nil
    trail.removeSubrange(1...)
    if case .home = view { return }
    trail.append(view)
  }

  /// Goes one view back; false on the home view.
  public mutating func back() -> Bool {
    guard trail.count > 1 else { return false }
    trail.removeLast()
    return true
  }
}

/// A view with what the user did in it.
public enum ViewState: Sendable {
  /// What this is and what to press.
  case home(HomeState)
  /// Countries coloured by an indicator.
  case map(MapState)
  /// A table of countries, goods or sources.
  case table(TableState)
  /// A profile of a country or a good.
  case profile(ProfileState)
  /// A good against a country.
  case screening(ScreeningState)

  /// The kind of view, for the validity of commands.
  public var kind: ViewKind {
    switch self {
    case .home: .home
    case .map: .map
    case .table: .table
    case .profile: .profile
    case .screening: .screening
    }
  }
}

/// Kinds of view, for the validity of commands.
public enum ViewKind: String, Sendable, CaseIterable {
  /// The home view.
  case home
  /// The map.
  case map
  /// Any table.
  case table
  /// A profile.
  case profile
  /// A screening.
  case screening
}

/// The home view.
public struct HomeState: Sendable {
  /// Selected entry.
  public var scroll = ScrollState()
}

/// What lies over a view.
public enum Overlay: Sendable {
  /// Commands: filterable and runnable.
  case commands(CommandsOverlay)
}

/// The list of commands while it is open.
public struct CommandsOverlay: Sendable {
  /// Letters typed so far.
  public var filter = ""
  /// Selected command.
  public var scroll = ScrollState()
}
