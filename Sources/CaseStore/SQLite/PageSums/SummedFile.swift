import GRDBSQLite

/// An open database file between SQLite and the system's file.
///
/// SQLite hands out memory for it, in which its own head comes first and the system's file after that.
struct SummedFile {
    /// What SQLite calls.
    private var base: sqlite3_file
    /// The page size that the header tells; 0 where its pages have no sums, or have not been met yet.
    private var pageSize: Int
    /// Room for a page on its way to the disk: SQLite's own is not ours to change.
    private var scratch: UnsafeMutableRawPointer?

    /// The length of the head, in bytes.
    static var headLength: Int { (MemoryLayout<SummedFile>.stride + 15) & ~15 }

    private typealias File = UnsafeMutablePointer<sqlite3_file>

    /// Opens a file: a database through the shim, any other directly.
    static func open(
        _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ name: sqlite3_filename?,
        _ file: UnsafeMutablePointer<sqlite3_file>?,
        _ flags: Int32, _ taken: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard let file, let data = vfs?.pointee.pAppData else { return SQLITE_MISUSE }
        let system = data.assumingMemoryBound(to: sqlite3_vfs.self)
        guard let open = system.pointee.xOpen else { return SQLITE_MISUSE }
        guard flags & SQLITE_OPEN_MAIN_DB != 0 else { return open(system, name, file, flags, taken) }
        let status = open(system, name, inner(file), flags, taken)
        let head = head(file)
        head.initialize(to: SummedFile(base: sqlite3_file(pMethods: nil), pageSize: 0, scratch: nil))
        // Where it is nil, SQLite does not close the file.
        if inner(file).pointee.pMethods != nil { head.pointee.base.pMethods = methods }
        return status
    }

    private static func head(_ file: File) -> UnsafeMutablePointer<SummedFile> {
        UnsafeMutableRawPointer(file).assumingMemoryBound(to: SummedFile.self)
    }

    /// The system's file.
    private static func inner(_ file: File) -> File {
        (UnsafeMutableRawPointer(file) + headLength).assumingMemoryBound(to: sqlite3_file.self)
    }

    /// Calls a function of the system's file.
    private static func pass(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ call: (File, sqlite3_io_methods) -> Int32?
    ) -> Int32 {
        guard let file, let methods = inner(file).pointee.pMethods?.pointee else { return SQLITE_MISUSE }
        return call(inner(file), methods) ?? SQLITE_MISUSE
    }

    // Allocated once, and never freed: SQLite holds on to it.
    nonisolated(unsafe) private static let methods: UnsafePointer<sqlite3_io_methods> = {
        var methods = sqlite3_io_methods()
        // Version 2 has shared memory for the log, and no memory mapping, which would go round the sums.
        methods.iVersion = 2
        methods.xClose = { file in
            let status = pass(file) { $1.xClose?($0) }
            if let file {
                head(file).pointee.scratch?.deallocate()
                head(file).pointee.scratch = nil
            }
            return status
        }
        methods.xRead = { file, bytes, count, offset in pass(file) { $1.xRead?($0, bytes, count, offset) } }
        methods.xWrite = { write($0, $1, $2, $3) }
        methods.xTruncate = { file, size in pass(file) { $1.xTruncate?($0, size) } }
        methods.xSync = { file, flags in pass(file) { $1.xSync?($0, flags) } }
        methods.xFileSize = { file, size in pass(file) { $1.xFileSize?($0, size) } }
        methods.xLock = { file, level in pass(file) { $1.xLock?($0, level) } }
        methods.xUnlock = { file, level in pass(file) { $1.xUnlock?($0, level) } }
        methods.xCheckReservedLock = { file, result in pass(file) { $1.xCheckReservedLock?($0, result) } }
        methods.xFileControl = { file, code, value in pass(file) { $1.xFileControl?($0, code, value) } }
        methods.xSectorSize = { file in pass(file) { $1.xSectorSize?($0) } }
        methods.xDeviceCharacteristics = { file in pass(file) { $1.xDeviceCharacteristics?($0) } }
        methods.xShmMap = { file, region, size, extend, memory in
            pass(file) { $1.xShmMap?($0, region, size, extend, memory) }
        }
        methods.xShmLock = { file, offset, count, flags in pass(file) { $1.xShmLock?($0, offset, count, flags) } }
        methods.xShmBarrier = { file in
            guard let file else { return }
            inner(file).pointee.pMethods?.pointee.xShmBarrier?(inner(file))
        }
        methods.xShmUnmap = { file, isDeleted in pass(file) { $1.xShmUnmap?($0, isDeleted) } }
        let kept = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        kept.initialize(to: methods)
        return UnsafePointer(kept)
    }()
}

extension SummedFile {
    /// Writes; a page without the remains of rows, and with its sum.
    private static func write(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ buffer: UnsafeRawPointer?, _ count: Int32, _ offset: Int64
    ) -> Int32 {
        guard let file, let buffer else { return SQLITE_MISUSE }
        let size = pageSize(of: file, writing: UnsafeRawBufferPointer(start: buffer, count: Int(count)), at: offset)
        guard size == count, offset % Int64(size) == 0 else {
            return pass(file) { $1.xWrite?($0, buffer, count, offset) }
        }
        let head = head(file)
        let scratch = head.pointee.scratch ?? UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        head.pointee.scratch = scratch
        scratch.copyMemory(from: buffer, byteCount: size)
        let number = UInt64(offset) / UInt64(size)
        PageGap.clear(UnsafeMutableRawBufferPointer(start: scratch, count: size), number: number)
        let sum = PageSum.of(UnsafeRawBufferPointer(start: scratch, count: size), number: number)
        scratch.storeBytes(of: sum.littleEndian, toByteOffset: size - PageSum.length, as: UInt64.self)
        return pass(file) { $1.xWrite?($0, scratch, count, offset) }
    }

    /// The page size of a file whose pages have sums, from its header or from the header that is being written; 0 for
    /// another file.
    private static func pageSize(of file: File, writing bytes: UnsafeRawBufferPointer, at offset: Int64) -> Int {
        let head = head(file)
        if head.pointee.pageSize == 0 {
            let layout = offset == 0 ? PageLayout(header: bytes) : layout(of: file)
            if let layout, layout.hasSums { head.pointee.pageSize = layout.pageSize }
        }
        return head.pointee.pageSize
    }

    /// What the header on disk tells.
    private static func layout(of file: File) -> PageLayout? {
        withUnsafeTemporaryAllocation(byteCount: PageLayout.headerLength, alignment: 1) { header in
            let status = pass(file) { $1.xRead?($0, header.baseAddress, Int32(header.count), 0) }
            return status == SQLITE_OK ? PageLayout(header: UnsafeRawBufferPointer(header)) : nil
        }
    }
}
