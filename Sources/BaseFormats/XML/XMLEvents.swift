import CLibXML2
import Tables

/// What a document's elements are handed to, in document order.
protocol XMLEvents: AnyObject {
  /// An element begins.
  func start(_ element: XMLTag, in stream: XMLStream)
  /// Text within the open element; a long text comes in parts.
  func text(_ part: Span<UInt8>, in stream: XMLStream)
  /// An element ends.
  func end(_ element: XMLTag, in stream: XMLStream)
}

/// An element's local name and attributes, valid only inside the call that hands it out.
///
/// Prefixes are whatever a program chose (`<x:row>`), so only local names are looked at.
@safe struct XMLTag {
  private let local: UnsafePointer<xmlChar>
  private let space: UnsafePointer<xmlChar>?
  private let fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  /// Number of attributes, declarations of namespaces not among them.
  let attributeCount: Int

  @unsafe init(
    local: UnsafePointer<xmlChar>, space: UnsafePointer<xmlChar>?,
    fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, attributeCount: Int
  ) {
    unsafe self.local = local
    unsafe self.space = space
    unsafe self.fields = fields
    self.attributeCount = attributeCount
  }

  /// Local name.
  var name: String { unsafe String(cString: local) }

  /// Whether the local name is these bytes.
  func isNamed(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where unsafe local[index] != bytes[index] { return false }
    return unsafe local[bytes.count] == 0
  }

  /// Namespace name; empty for none.
  var namespace: String { unsafe space.map { unsafe String(cString: $0) } ?? "" }

  /// Whether the local name is that of `text`.
  /// - Complexity: O(bytes of the name).
  func isNamed(_ text: StaticString) -> Bool { unsafe Self.matches(local, text) }

  /// Hands the value of the attribute of that local name to `body`.
  /// - Complexity: O(attributes).
  func withValue<Result>(_ name: StaticString, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard let fields = unsafe fields else { return nil }
    // libxml2 gives five pointers an attribute: local name, prefix, namespace, value's begin and end.
    for index in 0..<attributeCount {
      guard let local = unsafe fields[index * 5], unsafe Self.matches(local, name) else { continue }
      guard let begin = unsafe fields[index * 5 + 3], let end = unsafe fields[index * 5 + 4] else { continue }
      return body(unsafe Span(_unsafeStart: begin, count: end - begin))
    }
    return nil
  }

  /// Hands each attribute's prefix, local name and value to `body`; the prefix is empty where there is none.
  /// - Complexity: O(bytes of the attributes).
  func eachAttribute(_ body: (Span<UInt8>, Span<UInt8>, Span<UInt8>) -> Void) {
    guard let fields = unsafe fields else { return }
    for index in 0..<attributeCount {
      guard let local = unsafe fields[index * 5] else { continue }
      guard let begin = unsafe fields[index * 5 + 3], let end = unsafe fields[index * 5 + 4] else { continue }
      let prefix = unsafe fields[index * 5 + 1] ?? local + Int(xmlStrlen(local))
      body(
        unsafe Span(_unsafeStart: prefix, count: Int(xmlStrlen(prefix))),
        unsafe Span(_unsafeStart: local, count: Int(xmlStrlen(local))),
        unsafe Span(_unsafeStart: begin, count: end - begin))
    }
  }

  /// The value of the attribute of that prefix and local name.
  ///
  /// Programs that write recordsets never choose other prefixes.
  func value(of prefix: StaticString, _ name: StaticString) -> String? {
    var found: String?
    eachAttribute { space, local, value in
      if space.equals(prefix), local.equals(name) { found = String(copying: value) }
    }
    return found
  }

  /// The value of the attribute of that local name.
  func value(_ name: StaticString) -> String? { withValue(name) { String(copying: $0) } }

  /// The value of the attribute as a number.
  func number(_ name: StaticString) -> Int? { value(name).flatMap { Int($0) } }

  @unsafe private static func matches(_ name: UnsafePointer<xmlChar>, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    for index in 0..<count where unsafe name[index] != text.utf8Start[index] { return false }
    return unsafe name[count] == 0
  }
}
