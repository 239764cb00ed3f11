import CFuzzer
import FuzzHouse
import Glibc

// Access exports and ADO recordsets.
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
  _ = unsafe Input.read(bytes, count, ending: ".xml")
  return 0
}
exit(status)
