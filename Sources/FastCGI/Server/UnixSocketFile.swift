package import Glibc
package import NIOCore
import NIOPosix

/// The file of a unix socket: made for one process, and left behind where that one was killed.
package enum UnixSocketFile {
    /// Who may connect: this user and its group, which the web server joins.
    package static let mode: mode_t = 0o660

    /// Another process listens on the address.
    package struct InUse: Error, CustomStringConvertible {
        let path: String
        package var description: String { "another process listens on \(path)" }
    }

    /// Clears the way for a new socket: deletes one that nobody listens on any more.
    ///
    /// - Throws: `InUse` where somebody does. A file that is no socket is left for `bind` to refuse.
    package static func clear(_ path: String, group: any EventLoopGroup) async throws {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
        if let channel = try? await ClientBootstrap(group: group).connect(unixDomainSocketPath: path).get() {
            try? await channel.close()
            throw InUse(path: path)
        }
        unlink(path)
    }
}
