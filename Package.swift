// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: Swift 6, memory safety said aloud, imports named where they are used.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

/// The one list of plugins: a folder in `Plugins/`, and what it needs besides RuleKit.
let plugins: [(name: String, needs: [Target.Dependency])] = [
  ("MandatoryFields", []),
  ("FormatStandards", ["FieldFormats"]),
  ("DuplicateDetection", ["RecordLinkage"]),
  ("DeadSouls", ["FieldFormats", "PurchaseModels"]),
  ("Segments", []),
  ("Consent", []),
  ("UnusedFields", []),
  ("CustomSQL", [grdbSQLite]),
  ("SingleCurator", []),
  ("Freshness", []),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func library(_ name: String, _ needs: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: needs, swiftSettings: strict)
}

func tests(_ name: String, _ needs: [Target.Dependency] = [], leaving out: [String] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: needs, exclude: out, swiftSettings: strict)
}

func system(_ name: String, pkgConfig: String, debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let package = Package(
  name: "revizor",
  products: [
    .executable(name: "revizor", targets: ["revizor"]),
    .library(name: "RevizorKit", targets: ["RevizorKit"]),
    .library(name: "RuleKit", targets: ["RuleKit"]),
  ] + plugins.map { .library(name: $0.name, type: .dynamic, targets: [$0.name]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "CPluginABI"),
    .systemLibrary(name: "CMalloc"),
    system("CLibXML2", pkgConfig: "libxml-2.0", debian: "libxml2-dev"),
    system("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
    system("CZip", pkgConfig: "libzip", debian: "libzip-dev"),
    system("CUchardet", pkgConfig: "uchardet", debian: "libuchardet-dev"),
    system("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
    library("Tables"),
    library("RuleKit", ["CPluginABI", "Tables"]),
    .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),
    library("FieldFormats", ["CPhoneNumber", "Tables"]),
    library("RecordLinkage", ["Tables"]),
    library("PurchaseModels"),
    library(
      "BaseFormats", ["Tables", "CLibXML2", "CXLSXWriter", "CZip", "CUchardet", "CCrypto", grdb, grdbSQLite]),
    library("Standards", ["Tables", "RuleKit", "FieldFormats", yams]),
    library("PluginHost", ["CPluginABI", "RuleKit", "Tables"]),
    library("Pipeline", ["RuleKit", "Tables", "Standards", "CCrypto", grdb, grdbSQLite]),
    library("Reporting", ["RuleKit", "Tables", "Pipeline", mustache]),
    library(
      "RevizorKit",
      [
        "Pipeline", "Reporting", "Standards", "BaseFormats", "PluginHost", "RuleKit", "FieldFormats",
        "Tables", grdb,
      ]),
    library("RuleTesting", ["RuleKit", "PluginHost", "Tables"]),
    .executableTarget(
      name: "revizor",
      dependencies: [
        "RevizorKit", "Pipeline", "Reporting", "Standards", "BaseFormats", "PluginHost", "RuleKit",
        "FieldFormats",
        "Tables", "CMalloc", argumentParser,
      ], swiftSettings: strict),
    .executableTarget(
      name: "FormatBench", dependencies: ["FieldFormats", "Tables"], path: "Benchmarks/formats/FormatBench",
      swiftSettings: strict),
    .executableTarget(
      name: "LinkageBench", dependencies: ["RecordLinkage", "Tables"],
      path: "Benchmarks/linkage/LinkageBench",
      swiftSettings: strict),
    .executableTarget(
      name: "RulesBench", dependencies: ["PluginHost", "RuleKit", "Tables"],
      path: "Benchmarks/rules/RulesBench",
      swiftSettings: strict),
    .executableTarget(
      name: "SampleMaker", dependencies: ["CXLSXWriter", grdb], swiftSettings: strict),
  ]
    + plugins.map {
      .target(
        name: $0.name, dependencies: ["RuleKit", "Tables"] + $0.needs, path: "Plugins/\($0.name)",
        swiftSettings: strict)
    }
    + [
      tests("Tables", ["Tables"]),
      tests("FieldFormats", ["FieldFormats", "Tables"], leaving: ["Oracles"]),
      tests("RecordLinkage", ["RecordLinkage", "Tables"]),
      tests("PurchaseModels", ["PurchaseModels"]),
      tests("BaseFormats", ["BaseFormats", "Tables", "CZip", grdb]),
      tests("Standards", ["Standards", "RuleKit", "Tables"]),
      tests(
        "PluginHost", ["PluginHost", "RuleTesting", "RuleKit", "Tables"], leaving: ["CPlugins", "Golden"]),
      tests("Pipeline", ["Pipeline", "RuleKit", "Tables", "Standards", grdb]),
      tests("Reporting", ["Reporting", "Pipeline", "RuleKit", "Tables"]),
      tests("Revizor", ["RevizorKit", "BaseFormats", "Pipeline", "RuleKit", "Tables", grdb]),
    ],
  cxxLanguageStandard: .cxx17
)
