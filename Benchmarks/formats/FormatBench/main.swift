import Foundation

// usage: FormatBench DICTIONARIES FORMAT FILE [REGION]; the values are the lines of FILE.
let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: FormatBench DICTIONARIES FORMAT FILE [REGION]")
  exit(2)
}
do {
  let run = try FormatRun(
    dictionaries: arguments[1], format: arguments[2], region: arguments.count > 4 ? arguments[4] : "RU")
  let text = try Data(contentsOf: URL(fileURLWithPath: arguments[3]))
  print(run.figures(of: FormatRun.column(of: Array(text))))
} catch {
  print("\(error)")
  exit(3)
}
