import FuzzHouse

/// Access exports and ADO recordsets.
@_cdecl("LLVMFuzzerTestOneInput")
@unsafe public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  _ = unsafe Input.read(bytes, count, ending: ".xml")
  return 0
}
