import ArgumentParser

/// Options from the environment: `SOH_INTAKE_STORE=/srv/soh/store` is `--store /srv/soh/store`. What stands on the
/// command line counts more.
enum EnvironmentOptions {
    static let prefix = "SOH_INTAKE_"

    /// The arguments that an environment stands for, in the order of their names. One that no option knows is refused
    /// with the rest of them.
    static func arguments(of environment: [String: String]) -> [String] {
        environment.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }.flatMap { name, value in
            let option = name.dropFirst(prefix.count).lowercased().replacing("_", with: "-")
            return ["--\(option)", value]
        }
    }
}
