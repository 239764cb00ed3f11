public import BaseFormats
import Glibc
import Tables

/// One input of the fuzzer, as a file in memory: readers are given files.
public enum Input {
  /// Reads the bytes by the reader that their content asks for; an error is a good answer.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - count: their number.
  ///   - ending: what the file's name ends with.
  ///   - options: how to read; `nil` leaves all to be found out.
  /// - Returns: a digest of all cells and addresses, 0 for an error.
  @unsafe public static func read(
    _ bytes: UnsafePointer<UInt8>?, _ count: Int, ending: String, options: ReadOptions = .init()
  ) -> Int {
    let path = "/dev/shm/revizor-fuzz-\(getpid())\(ending)"
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    precondition(file >= 0, "no /dev/shm")
    if count > 0 { unsafe _ = write(file, bytes, count) }
    close(file)
    defer { unsafe unlink(path) }
    do throws(SourceError) {
      return digest(try BaseReader.read(path, options: options))
    } catch {
      precondition(!error.english.isEmpty && !error.russian.isEmpty)
      return 0
    }
  }

  private static func digest(_ base: Base) -> Int {
    var hasher = Hasher()
    for table in base.tables {
      hasher.combine(table.name)
      for column in table.columns {
        hasher.combine(column.name)
        for row in 0..<table.rowCount { hasher.combine(column.cells[row]) }
      }
      hasher.combine(table.origin.numbers)
    }
    for note in base.notes { hasher.combine(note.english) }
    return hasher.finalize()
  }
}
