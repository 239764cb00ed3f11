import Dispatch
import Synchronization

/// Work shared between threads whose results come back in order, so that their number changes nothing.
enum Parallel {
  /// Cuts `0..<count` into runs and gives the results of all, in order.
  static func chunks<Result: Sendable>(
    _ count: Int, jobs: Int, least: Int = 4096, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let parts = max(min(jobs * 4, count / least), 1)
    guard jobs > 1, parts > 1 else { return [body(0..<count)] }
    return each(parts, jobs: jobs) { part in body((count * part / parts)..<(count * (part + 1) / parts)) }
  }

  /// Gives the results for 0, 1, …, `count - 1`, in order; at most `jobs` are worked on at a time.
  static func each<Result: Sendable>(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard jobs > 1, count > 1 else { return (0..<count).map(body) }
    let next = Atomic(0)
    let found = Mutex([(place: Int, result: Result)]())
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < count else { return }
        let result = body(place)
        found.withLock { $0.append((place, result)) }
      }
    }
    return found.withLock { $0.sorted { $0.place < $1.place } }.map(\.result)
  }

  /// Gives both results.
  static func both<First: Sendable, Second: Sendable>(
    jobs: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    guard jobs > 1 else { return (first(), second()) }
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { place in
      if place == 0 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    guard case (let one?, let other?) = results.withLock({ $0 }) else { preconditionFailure("both have run") }
    return (one, other)
  }
}
