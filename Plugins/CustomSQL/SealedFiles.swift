import Foundation
import GRDBSQLite

/// A file system for SQLite without files: nothing can be opened, and the clock stands at the run's day.
///
/// A database in memory needs no file; whatever else would open one (an attached database, a journal, a sort that
/// outgrew memory) is refused here even where every other guard failed. The clock makes `date('now')` the run's own
/// day, so that a check finds the same at every run.
enum SealedFiles {
  /// Registers the file system of a day and gives its name; a second call for the day gives the same.
  static func name(now: Int) -> String? {
    let name = "revizor-sealed-\(now)"
    if unsafe sqlite3_vfs_find(name) != nil { return name }
    guard let usual = unsafe sqlite3_vfs_find(nil), let copy = unsafe strdup(name) else { return nil }
    // SQLite keeps the pointers as long as the process lives.
    let day = UnsafeMutablePointer<Int64>.allocate(capacity: 1)
    // Julian days begin at noon; 1970-01-01 00:00 is day 2440587.5, in milliseconds.
    unsafe day.initialize(to: 210_866_760_000_000 + Int64(now) * 86_400_000)
    let sealed = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    unsafe sealed.initialize(to: usual.pointee)
    unsafe sealed.pointee.iVersion = 2
    unsafe sealed.pointee.pNext = nil
    unsafe sealed.pointee.zName = UnsafePointer(copy)
    unsafe sealed.pointee.pAppData = UnsafeMutableRawPointer(day)
    unsafe sealed.pointee.xOpen = { _, _, file, _, _ in
      unsafe file?.pointee.pMethods = nil
      return SQLITE_CANTOPEN
    }
    unsafe sealed.pointee.xDelete = { _, _, _ in SQLITE_IOERR }
    unsafe sealed.pointee.xAccess = { _, _, _, found in
      unsafe found?.pointee = 0
      return SQLITE_OK
    }
    unsafe sealed.pointee.xFullPathname = { _, _, _, _ in SQLITE_CANTOPEN }
    unsafe sealed.pointee.xDlOpen = { _, _ in nil }
    unsafe sealed.pointee.xCurrentTime = { vfs, days in
      guard let day = unsafe vfs?.pointee.pAppData?.load(as: Int64.self) else { return SQLITE_ERROR }
      unsafe days?.pointee = Double(day) / 86_400_000
      return SQLITE_OK
    }
    unsafe sealed.pointee.xCurrentTimeInt64 = { vfs, milliseconds in
      guard let day = unsafe vfs?.pointee.pAppData?.load(as: Int64.self) else { return SQLITE_ERROR }
      unsafe milliseconds?.pointee = day
      return SQLITE_OK
    }
    guard unsafe sqlite3_vfs_register(sealed, 0) == SQLITE_OK else { return nil }
    return name
  }
}
