import Glibc

/// Who runs the command, as the system calls them.
enum LoginName {
    static var current: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "user \(geteuid())" }
        return String(cString: name)
    }
}
