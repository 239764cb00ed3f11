import FuzzHouse

/// SQLite bases, damaged ones above all.
@_cdecl("LLVMFuzzerTestOneInput")
@unsafe public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  _ = unsafe Input.read(bytes, count, ending: ".sqlite")
  return 0
}
