import BaseFormats
import FuzzHouse

/// Text files: nothing crashes, and any number of threads gives the same table.
@_cdecl("LLVMFuzzerTestOneInput")
@unsafe public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  var options = ReadOptions(threads: 1)
  // Pieces of some bytes put every kind of cut into small inputs.
  options.textPiece = 1 << 20
  let whole = unsafe Input.read(bytes, count, ending: ".csv", options: options)
  options.threads = 3
  options.textPiece = 16
  let cut = unsafe Input.read(bytes, count, ending: ".csv", options: options)
  precondition(whole == cut, "threads see another table")
  return 0
}
