// swift-tools-version: 6.2
import PackageDescription

// What may import what is drawn in ARCHITECTURE.md and held by Tests/ArchitectureTests.
let package = Package(
  name: "dpg-atlas",
  products: [
    .executable(name: "dpg-atlas", targets: ["dpg-atlas"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C seams: one hides ncurses, one embeds the files of Data/ in the binary.
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .target(
      name: "CDataset",
      cSettings: [.disableWarning("c23-extensions")]
    ),
    // Embeds the lessons of Data/lessons/.
    .target(name: "CLessons", cSettings: [.disableWarning("c23-extensions")]),
    // Embeds the texts of the interface, Data/strings-*.csv.
    .target(name: "CStrings", cSettings: [.disableWarning("c23-extensions")]),
    // Finds libxlsxwriter when a workbook is asked for; the program runs without it.
    .target(name: "CWorkbook", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    // Finds Pango and Cairo in the same way when a PDF is asked for.
    .target(name: "CPaper", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    // Inner loops of sampling with the vector instructions of the machine; AtlasModel has them in Swift too.
    .target(name: "CSampling"),

    // Pure modules: no Foundation, Glibc, Dispatch, Synchronization or C seam.
    .target(name: "AtlasModel"),
    .target(name: "AtlasScreen"),
    .target(name: "AtlasReport", dependencies: ["AtlasModel", "AtlasScreen"]),
    .target(name: "AtlasApp", dependencies: ["AtlasModel", "AtlasReport", "AtlasScreen"]),

    // Modules that touch the world.
    .target(name: "AtlasData", dependencies: ["AtlasModel", "CDataset", "CLessons", "CStrings"]),
    .target(name: "AtlasPaper", dependencies: ["AtlasModel", "AtlasReport", "CPaper"]),
    .target(name: "AtlasTerminal", dependencies: ["AtlasScreen", "CNcurses"]),
    .target(
      name: "AtlasCLI",
      dependencies: [
        "AtlasApp", "AtlasData", "AtlasModel", "AtlasPaper", "AtlasReport", "AtlasScreen",
        "AtlasTerminal", "CSampling", "CWorkbook",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(name: "dpg-atlas", dependencies: ["AtlasCLI"]),

    .target(
      name: "AtlasTestSupport",
      dependencies: ["AtlasData", "AtlasModel", "AtlasScreen"],
      path: "Tests/AtlasTestSupport"
    ),
    .testTarget(name: "AtlasModelTests", dependencies: ["AtlasModel", "AtlasTestSupport"]),
    .testTarget(name: "AtlasDataTests", dependencies: ["AtlasData", "AtlasTestSupport"]),
    .testTarget(
      name: "AtlasReportTests", dependencies: ["AtlasReport", "AtlasTestSupport"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "AtlasScreenTests", dependencies: ["AtlasScreen", "AtlasTestSupport"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "AtlasAppTests", dependencies: ["AtlasApp", "AtlasTestSupport"],
      exclude: ["Goldens"]),
    .testTarget(name: "AtlasPaperTests", dependencies: ["AtlasPaper", "AtlasReport"]),
    .testTarget(name: "AtlasTerminalTests", dependencies: ["AtlasTerminal"]),
    .testTarget(
      name: "AtlasCLITests",
      dependencies: ["AtlasCLI", "AtlasTestSupport", "CSampling", "dpg-atlas"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["AtlasApp", "AtlasCLI"]),
  ],
  swiftLanguageModes: [.v6]
)

// One compiler policy for every Swift target.
for target in package.targets where !target.name.hasPrefix("C") {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
