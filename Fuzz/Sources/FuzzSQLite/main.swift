import CFuzzer
import FuzzHouse
import Glibc

// SQLite bases, damaged ones above all.
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
  _ = unsafe Input.read(bytes, count, ending: ".sqlite")
  return 0
}
exit(status)
