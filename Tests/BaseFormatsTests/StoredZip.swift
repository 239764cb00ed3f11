/// Makes a zip container of stored parts (APPNOTE 6.3), to build workbooks by hand.
enum StoredZip {
  static func bytes(_ parts: [(name: String, text: String)]) -> [UInt8] {
    bytes(parts.map { (name: $0.name, content: Array($0.text.utf8)) })
  }

  static func bytes(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let data = part.content
      var facts = word(20) + word(0x800) + word(0) + word(0) + word(33)
      facts += long(checksum(data)) + long(UInt32(data.count)) + long(UInt32(data.count))
      facts += word(UInt16(name.count)) + word(0)
      let offset = UInt32(body.count)
      body += long(0x0403_4B50) + facts
      body += name + data
      directory += long(0x0201_4B50) + word(20) + facts
      directory += [UInt8](repeating: 0, count: 10) + long(offset) + name
    }
    let count = word(UInt16(parts.count))
    var end = long(0x0605_4B50) + word(0) + word(0) + count + count
    end += long(UInt32(directory.count)) + long(UInt32(body.count)) + word(0)
    return body + directory + end
  }

  private static func word(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }

  private static func long(_ value: UInt32) -> [UInt8] {
    word(UInt16(value & 0xFFFF)) + word(UInt16(value >> 16))
  }

  private static func checksum(_ data: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
