import CFuzzer
import FuzzHouse
import Glibc

// Workbooks: a whole file, or one part in a container that is sound around it.
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
  if let book = WorkbookInput(unsafe Array(UnsafeBufferPointer(start: bytes, count: count))) {
    unsafe book.bytes.withUnsafeBufferPointer { book in
      _ = unsafe Input.read(book.baseAddress, book.count, ending: "")
    }
  } else {
    _ = unsafe Input.read(bytes, count, ending: "")
  }
  return 0
}
exit(status)
