import BaseFormats
import CFuzzer
import FuzzHouse
import Glibc

// Text files: nothing crashes, and any number of threads gives the same table.
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
  var options = ReadOptions(threads: 1)
  options.textSample = 64
  let whole = unsafe Input.read(bytes, count, ending: ".csv", options: options)
  options.threads = 3
  // Pieces of some bytes put every kind of cut into small inputs.
  options.textPiece = 16
  let cut = unsafe Input.read(bytes, count, ending: ".csv", options: options)
  precondition(whole == cut, "threads see another table")
  return 0
}
exit(status)
