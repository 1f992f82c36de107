/// The units of systemd 252 for the intake: a socket that outlives it, and a service that can do nothing but its work.
package struct SystemdUnits: Sendable {
    /// Where the intake listens.
    package var gateway: Deployment.Gateway
    /// The folder of the bundles.
    package var bundles: String
    /// The folder of the case store.
    package var store: String
    /// The executable.
    package var program: String
    /// The group of the web server, which may connect.
    package var webGroup: String

    package init(
        gateway: Deployment.Gateway, bundles: String, store: String, program: String, webGroup: String
    ) {
        self.gateway = gateway
        self.bundles = bundles
        self.store = store
        self.program = program
        self.webGroup = webGroup
    }

    /// The units, by file name.
    package var files: [(name: String, text: String)] {
        [("soh-intake.socket", socket), ("soh-intake.service", service)]
    }

    /// Both, one after the other, each with its name.
    package var text: String {
        files.map { "# /etc/systemd/system/\($0.name)\n\($0.text)" }.joined(separator: "\n")
    }

    private var listening: String {
        switch gateway {
        case .unix(let path):
            """
            ListenStream=\(path)
            SocketUser=soh
            SocketGroup=\(webGroup)
            SocketMode=0660
            """
        case .tcp(let host, let port): "ListenStream=\(host):\(port)"
        }
    }

    private var socket: String {
        """
        [Unit]
        Description=Socket of the intake of Single Online Home

        [Socket]
        \(listening)
        Backlog=1024

        [Install]
        WantedBy=sockets.target

        """
    }

    private var service: String {
        let isLocal = if case .unix = gateway { true } else { false }
        return """
            [Unit]
            Description=Intake of Single Online Home
            Requires=soh-intake.socket
            After=soh-intake.socket
            StartLimitIntervalSec=0

            [Service]
            Type=notify
            ExecStart=\(program) --bundle \(bundles) --store \(store) --metrics unix:/run/soh/metrics.sock
            ExecReload=/bin/kill -HUP $MAINPID
            Restart=always
            RestartSec=1
            WatchdogSec=20
            # It answers whoever has connected, for 30 seconds at most.
            TimeoutStopSec=40
            User=soh
            Group=soh
            UMask=0077
            RuntimeDirectory=soh
            RuntimeDirectoryMode=0750
            RuntimeDirectoryPreserve=yes
            ReadWritePaths=\(store)
            LimitNOFILE=8192
            MemoryHigh=384M
            MemoryMax=512M
            TasksMax=256

            ProtectSystem=strict
            ProtectHome=yes
            ProtectProc=invisible
            ProcSubset=pid
            ProtectClock=yes
            ProtectHostname=yes
            ProtectKernelLogs=yes
            ProtectKernelModules=yes
            ProtectKernelTunables=yes
            ProtectControlGroups=yes
            PrivateTmp=yes
            PrivateDevices=yes
            PrivateUsers=yes
            PrivateIPC=yes
            PrivateNetwork=\(isLocal ? "yes" : "no")
            RestrictAddressFamilies=\(isLocal ? "AF_UNIX" : "AF_UNIX AF_INET AF_INET6")
            IPAddressDeny=any
            \(isLocal ? "" : "IPAddressAllow=localhost\n")RestrictNamespaces=yes
            RestrictRealtime=yes
            RestrictSUIDSGID=yes
            RemoveIPC=yes
            LockPersonality=yes
            MemoryDenyWriteExecute=yes
            NoNewPrivileges=yes
            CapabilityBoundingSet=
            AmbientCapabilities=
            DevicePolicy=closed
            KeyringMode=private
            SystemCallArchitectures=native
            SystemCallFilter=@system-service
            SystemCallFilter=~@privileged @resources @mount @swap @reboot @debug @cpu-emulation @obsolete
            SystemCallErrorNumber=EPERM

            [Install]
            WantedBy=multi-user.target

            """
    }
}
