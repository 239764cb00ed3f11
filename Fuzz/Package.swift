// swift-tools-version: 6.2
import PackageDescription

// Coverage-guided fuzzing of the readers: `make fuzz` in the folder above. The sources are those of the house, by link.

/// Settings of the house.
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

/// The fuzzer of a folder in `seeds`.
func fuzzer(_ name: String, _ target: String) -> (Product, Target) {
  (
    .executable(name: "fuzz-\(name)", targets: [target]),
    .executableTarget(
      name: target, dependencies: ["FuzzHouse", "BaseFormats", "CFuzzer"], swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
  )
}

let fuzzers = [
  fuzzer("text", "FuzzText"), fuzzer("access", "FuzzAccess"), fuzzer("sheet", "FuzzSheet"),
  fuzzer("sqlite", "FuzzSQLite"),
]

let package = Package(
  name: "fuzz",
  products: fuzzers.map(\.0),
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
  ] + fuzzers.map(\.1))
