/// National domain names in the letters of the net.
///
/// Source: RFC 3492 (the encoding), RFC 5891 (labels begin with `xn--`).
enum Punycode {
  private static let base = 36
  private static let tMin = 1
  private static let tMax = 26

  /// A domain with every label in ASCII; nil when a label cannot be.
  static func ascii(_ domain: String) -> String? {
    var labels: [String] = []
    for label in domain.split(separator: ".", omittingEmptySubsequences: false) {
      if label.utf8.allSatisfy({ $0 < 0x80 }) {
        // A national name that does not decode to letters is none.
        if label.hasPrefix("xn--"), decode(label.dropFirst(4)).map(isName) != true { return nil }
        labels.append(String(label))
      } else {
        guard isName(label.lowered), let encoded = encode(label.lowered) else { return nil }
        labels.append("xn--" + encoded)
      }
    }
    return labels.joined(separator: ".")
  }

  /// Whether a label is letters, digits and hyphens of any alphabet (RFC 5892, roughly).
  private static func isName(_ label: String) -> Bool {
    label.unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x80
        ? true
        : scalar.value > 0xA0
          && (scalar.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
            || scalar.properties.generalCategory == .spacingMark)
    }
  }

  /// A domain with every label in its own letters; labels that do not decode stay.
  static func unicode(_ domain: String) -> String {
    domain.split(separator: ".", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("xn--") ? decode($0.dropFirst(4)) ?? String($0) : String($0) }
      .joined(separator: ".")
  }

  private static func adapt(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + 38)
  }

  private static func threshold(_ k: Int, _ bias: Int) -> Int { min(max(k - bias, tMin), tMax) }

  private static func encode(_ label: String) -> String? {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let basic = output.count
    if basic > 0 { output.append(0x2D) }
    var (n, delta, bias, handled) = (0x80, 0, 72, basic)
    while handled < scalars.count {
      guard let next = scalars.filter({ $0 >= n }).min() else { return nil }
      delta += (next - n) * (handled + 1)
      n = next
      for scalar in scalars {
        if scalar < n { delta += 1 }
        guard scalar == n else { continue }
        var q = delta
        var k = base
        while true {
          let t = threshold(k, bias)
          if q < t { break }
          output.append(digit(t + (q - t) % (base - t)))
          q = (q - t) / (base - t)
          k += base
        }
        output.append(digit(q))
        bias = adapt(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return output.count <= 59 ? String(decoding: output, as: UTF8.self) : nil
  }

  private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }

  private static func decode(_ text: Substring) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 59, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    let mark = bytes.lastIndex(of: 0x2D)
    var output = mark.map { bytes[..<$0].map { Int($0) } } ?? []
    var (n, i, bias) = (0x80, 0, 72)
    var index = mark.map { $0 + 1 } ?? 0
    while index < bytes.count {
      let old = i
      var weight = 1
      var k = base
      while true {
        guard index < bytes.count, let value = value(of: bytes[index]) else { return nil }
        index += 1
        i += value * weight
        let t = threshold(k, bias)
        if value < t { break }
        weight *= base - t
        k += base
        // 59 digits could run past any number; no name needs as much.
        if weight > 1 << 40 { return nil }
      }
      bias = adapt(i - old, output.count + 1, isFirst: old == 0)
      n += i / (output.count + 1)
      i %= output.count + 1
      output.insert(n, at: i)
      i += 1
    }
    var result = String.UnicodeScalarView()
    for value in output {
      guard let scalar = Unicode.Scalar(UInt32(clamping: value)) else { return nil }
      result.append(scalar)
    }
    return String(result)
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: nil
    }
  }
}
