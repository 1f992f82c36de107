// swift-tools-version: 6.2
import PackageDescription

/// The same strictness for every target of ours: language mode 6, imports that stay private unless said otherwise,
/// and no build that warns.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

extension Target {
    /// A library target of ours and what it may import. The build refuses any other import.
    static func layer(_ name: String, imports dependencies: [Dependency] = []) -> Target {
        .target(name: name, dependencies: dependencies, swiftSettings: settings)
    }

    static func tests(of name: String, with dependencies: [Dependency] = [], exclude: [String] = []) -> Target {
        .testTarget(
            name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: exclude,
            swiftSettings: settings)
    }
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")

/// What tests hold our templates against.
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "single-online-home",
    products: [
        .executable(name: "soh", targets: ["soh"]),
        .executable(name: "soh-intake", targets: ["soh-intake"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CCMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

        .systemLibrary(name: "CLinux"),

        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

        .layer("Diagnostics"),
        .layer("Forms"),
        .layer("FormData"),
        .layer("PlainEnglish"),
        .layer("FastCGI", imports: [nioCore, nioPosix]),
        .layer("Telemetry", imports: ["FastCGI", nioCore, nioPosix, nioHTTP1, logging]),
        .layer("SiteModel", imports: ["Forms"]),
        .layer("TemplateEngine", imports: ["Diagnostics"]),
        .layer("Markdown", imports: ["CCMarkGFM", "Diagnostics", "TemplateEngine"]),
        .layer("FormViews", imports: ["Forms", "TemplateEngine"]),
        .layer("WebServers", imports: ["Forms"]),
        .layer(
            "ContentLoader", imports: ["SiteModel", "Forms", "Markdown", "PlainEnglish", "Diagnostics", yams, crypto]),
        .layer(
            "SiteBuilder",
            imports: [
                "ContentLoader", "FormViews", "SiteModel", "Forms", "TemplateEngine", "Markdown", "PlainEnglish",
                "Diagnostics", "SearchIndex", "CLinux", "CZlib", crypto,
            ]),
        .layer("SearchIndex", imports: ["Forms", grdb]),
        .layer("CaseStore", imports: ["Forms", grdb, sqlite, crypto]),
        .layer(
            "Intake",
            imports: [
                "FastCGI", "FormData", "FormViews", "SiteModel", "CaseStore", "SearchIndex", "Forms",
                "TemplateEngine", crypto, logging, nioCore,
            ]),
        .executableTarget(
            name: "soh",
            dependencies: [
                "SiteBuilder", "ContentLoader", "Intake", "CaseStore", "FastCGI", "FormViews", "SiteModel", "Forms",
                "TemplateEngine", "WebServers", "Diagnostics", arguments, logging, signals, nioCore, nioPosix, nioHTTP1,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "soh-intake",
            dependencies: [
                "Intake", "CaseStore", "FastCGI", "Forms", "Telemetry", arguments, logging, lifecycle, signals, nioCore,
            ],
            swiftSettings: settings),

        .target(
            name: "CaseSamples", dependencies: ["CaseStore", "Forms", "TestSupport", crypto], path: "Tests/CaseSamples",
            swiftSettings: settings),
        .target(name: "TestSupport", dependencies: ["FormData"], path: "Tests/TestSupport", swiftSettings: settings),
        .tests(of: "Diagnostics"),
        .tests(of: "Forms", with: ["TestSupport"]),
        .tests(of: "TemplateEngine", with: ["Diagnostics", "TestSupport", mustache]),
        .tests(of: "Markdown", with: ["Diagnostics", "TestSupport"]),
        .tests(of: "FormViews", with: ["Forms", "TemplateEngine"]),
        .tests(of: "WebServers", with: ["Forms"]),
        .tests(
            of: "SiteBuilder",
            with: ["ContentLoader", "SiteModel", "TemplateEngine", "Forms", "Diagnostics", "TestSupport"]),
        .tests(of: "FastCGI", with: ["TestSupport", nioCore, crypto]),
        .tests(of: "FormData", with: ["TestSupport"]),
        .tests(of: "PlainEnglish", with: ["TestSupport"]),
        .tests(of: "Telemetry", with: ["TestSupport", "FastCGI", logging]),
        .tests(of: "SearchIndex", with: ["Forms", "TestSupport"]),
        .tests(
            of: "CaseStore", with: ["CaseSamples", "Forms", "TestSupport", crypto, grdb], exclude: ["Schemas"]),
        .tests(
            of: "Intake",
            with: [
                "SiteBuilder", "SiteModel", "CaseStore", "CaseSamples", "FastCGI", "Forms", "Diagnostics",
                "TestSupport", logging,
            ]),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "FastCGI", "FormData", "Intake", "CaseStore", "Forms", "ContentLoader", "Markdown", "TemplateEngine",
                "Diagnostics", "TestSupport", nioCore,
            ],
            path: "Tests/FuzzTargets", swiftSettings: settings),
        .testTarget(
            name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], exclude: ["Corpus", "Dictionaries"],
            swiftSettings: settings),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "FastCGI", "FormData", "CaseStore", "Forms", "FormViews", "Intake", "SiteModel", "TestSupport", nioCore,
                crypto,
            ],
            path: "Tests/Benchmarks",
            swiftSettings: settings),
        .executableTarget(
            name: "caseload", dependencies: ["CaseSamples", "CaseStore"], path: "Tests/CaseLoad",
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "TestSupport", "FastCGI", "FormData", "CaseSamples", "CaseStore", "Forms", "SiteModel", "caseload",
                "soh",
                "soh-intake", nioCore, crypto, grdb,
            ],
            exclude: [
                "Peers/form_oracle.py", "Peers/fastcgi_peer.py", "Peers/schema_check.py", "Browser",
                "Store/Faults/fault.c", "Lifecycle/unique.lua", "Servers/tls_client.py",
            ],
            swiftSettings: settings),
    ]
)

// Only the compiler of the fuzzer takes this target: libFuzzer brings its `main`.
if Context.environment["SOH_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz",
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
