// swift-tools-version: 6.2
import PackageDescription

// A debug build computes at release speed unless HB_UNOPTIMIZED is set, so that plain `swift test` is fast
// and an unoptimized build can still be compared with an optimized one.
let optimized: [SwiftSetting] =
  Context.environment["HB_UNOPTIMIZED"] == nil
  ? [.unsafeFlags(["-O", "-wmo", "-num-threads", "2"], .when(configuration: .debug))]
  : []
let common: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let mathLibrary: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

let package = Package(
  name: "momentum-model-check",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "HBModel", targets: ["HBModel"]),
    .library(name: "PropCheck", targets: ["PropCheck"]),
    .library(name: "PropCheckTesting", targets: ["PropCheckTesting"]),
    .library(name: "HBSuite", targets: ["HBSuite"]),
    .executable(name: "hbcheck", targets: ["hbcheck"]),
    .executable(name: "propcheck-benchmark", targets: ["propcheck-benchmark"]),
  ],
  targets: [
    .target(
      name: "HBModel",
      resources: [.embedInCode("Objectives/Data/iris.csv")],
      swiftSettings: common + optimized,
      linkerSettings: mathLibrary),
    .target(name: "PropCheck", swiftSettings: common + optimized, linkerSettings: mathLibrary),
    .target(
      name: "PropCheckTesting", dependencies: ["PropCheck"], swiftSettings: common,
      linkerSettings: mathLibrary),
    .target(
      name: "PropCheckChallenges", dependencies: ["PropCheck"], swiftSettings: common + optimized,
      linkerSettings: mathLibrary),
    .executableTarget(
      name: "propcheck-benchmark", dependencies: ["PropCheck", "PropCheckChallenges"],
      swiftSettings: common + optimized, linkerSettings: mathLibrary),
    .target(
      name: "HBSuite", dependencies: ["HBModel", "PropCheck", "PropCheckChallenges"], swiftSettings: common + optimized,
      linkerSettings: mathLibrary),
    .target(
      name: "HBReport", dependencies: ["HBSuite"], swiftSettings: common + optimized,
      linkerSettings: mathLibrary),
    .executableTarget(
      name: "hbcheck", dependencies: ["HBReport", "HBSuite"], swiftSettings: common,
      linkerSettings: mathLibrary),
    .target(
      name: "Support", dependencies: ["HBSuite", "PropCheckTesting"], path: "Tests/Support",
      swiftSettings: common, linkerSettings: mathLibrary),
    .testTarget(
      name: "PropertyTests",
      dependencies: ["Support", "HBSuite", "HBReport", "PropCheckTesting", "PropCheckChallenges"],
      swiftSettings: common, linkerSettings: mathLibrary),
    .testTarget(
      name: "GoldenTests", dependencies: ["Support", "HBSuite", "PropCheckTesting"],
      swiftSettings: common, linkerSettings: mathLibrary),
  ],
  swiftLanguageModes: [.v6]
)
