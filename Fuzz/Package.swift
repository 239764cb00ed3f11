// swift-tools-version: 6.2
import PackageDescription

/// Coverage-guided fuzzing of the readers: `make fuzz` in the folder above. The sources are those of the house, by link.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

func system(_ name: String, pkgConfig: String, debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// What is fuzzed counts its edges and checks its memory; the libraries below it do neither.
let watched = strict + [.unsafeFlags(["-sanitize=fuzzer,address"])]

func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["FuzzHouse", "BaseFormats", "CFuzzer"], swiftSettings: strict,
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
}

let package = Package(
  name: "fuzz",
  dependencies: [.package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0")],
  targets: [
    system("CLibXML2", pkgConfig: "libxml-2.0", debian: "libxml2-dev"),
    system("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
    system("CZip", pkgConfig: "libzip", debian: "libzip-dev"),
    system("CUchardet", pkgConfig: "uchardet", debian: "libuchardet-dev"),
    system("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
    .target(name: "CFuzzer"),
    .target(name: "Tables", swiftSettings: watched),
    .target(
      name: "BaseFormats",
      dependencies: [
        "Tables", "CLibXML2", "CXLSXWriter", "CZip", "CUchardet", "CCrypto",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: watched),
    .target(name: "FuzzHouse", dependencies: ["BaseFormats", "Tables"], swiftSettings: strict),
    fuzzer("FuzzText"),
    fuzzer("FuzzAccess"),
    fuzzer("FuzzSQLite"),
  ])
