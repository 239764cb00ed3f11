package import CPluginABI
package import Tables

/// Why an Arrow struct is not what the contract says.
package struct ArrowError: Error, Equatable {
  /// What is wrong, lower case.
  package var problem: String

  /// An error.
  package init(problem: String) { self.problem = problem }
}

/// A struct array read through its schema: children by place, checked against the contract.
///
/// The memory belongs to the producer; nothing here outlives the call.
@safe package struct ArrowReader {
  private let children: UnsafeBufferPointer<UnsafeMutablePointer<ArrowArray>?>
  private let formats: [String]
  /// Names of the children.
  package let names: [String]
  /// Number of rows.
  package let length: Int

  /// Checks shape and lengths of a struct array.
  package init(
    schema: UnsafePointer<ArrowSchema>, array: UnsafePointer<ArrowArray>
  ) throws(ArrowError) {
    guard let format = unsafe schema.pointee.format, unsafe String(cString: format) == "+s" else {
      throw ArrowError(problem: "is not an Arrow struct array")
    }
    let count = unsafe Int(array.pointee.n_children)
    guard unsafe Int(schema.pointee.n_children) == count, unsafe array.pointee.offset == 0,
      unsafe array.pointee.length >= 0
    else { throw ArrowError(problem: "has another shape than its schema") }
    unsafe children = UnsafeBufferPointer(start: array.pointee.children, count: count)
    length = unsafe Int(array.pointee.length)
    var formats: [String] = []
    var names: [String] = []
    for index in 0..<count {
      guard let child = unsafe schema.pointee.children?[index], let format = unsafe child.pointee.format,
        let cells = unsafe children[index], unsafe Int(cells.pointee.length) >= length
      else { throw ArrowError(problem: "has a child without a schema or with too few rows") }
      unsafe formats.append(String(cString: format))
      names.append(unsafe child.pointee.name.map { unsafe String(cString: $0) } ?? "")
    }
    self.formats = formats
    self.names = names
  }

  private func child(_ index: Int, _ format: String, buffers: Int) throws(ArrowError) -> ArrowArray {
    guard index < names.count, let child = unsafe children[index] else {
      throw ArrowError(problem: "has no column \(index)")
    }
    guard formats[index] == format else {
      throw ArrowError(problem: "has format '\(formats[index])' in column \(index); expected '\(format)'")
    }
    guard unsafe child.pointee.n_buffers == buffers, unsafe child.pointee.buffers != nil else {
      throw ArrowError(problem: "has too few buffers in column \(index)")
    }
    return unsafe child.pointee
  }

  private func isValid(_ child: ArrowArray, _ row: Int) -> Bool {
    guard let bits = unsafe child.buffers[0] else { return true }
    let bit = unsafe Int(child.offset) + row
    return unsafe bits.load(fromByteOffset: bit >> 3, as: UInt8.self) & (1 << UInt8(bit & 7)) != 0
  }

  /// A fixed-width column; nil where null.
  private func fixed<T: BitwiseCopyable>(_ index: Int, _ format: String, _: T.Type) throws(ArrowError) -> [T?] {
    let child = try unsafe child(index, format, buffers: 2)
    guard length > 0 else { return [] }
    guard let values = unsafe child.buffers[1] else { throw ArrowError(problem: "has no values in column \(index)") }
    var result: [T?] = []
    result.reserveCapacity(length)
    for row in 0..<length {
      let place = unsafe (Int(child.offset) + row) * MemoryLayout<T>.stride
      unsafe result.append(isValid(child, row) ? values.loadUnaligned(fromByteOffset: place, as: T.self) : nil)
    }
    return result
  }

  /// Column `index` as 64-bit integers.
  package func int64(_ index: Int) throws(ArrowError) -> [Int64?] { try fixed(index, "l", Int64.self) }
  /// Column `index` as 8-bit integers.
  package func int8(_ index: Int) throws(ArrowError) -> [Int8?] { try fixed(index, "c", Int8.self) }
  /// Column `index` as doubles.
  package func float64(_ index: Int) throws(ArrowError) -> [Double?] { try fixed(index, "g", Double.self) }

  /// A borrowed look at a large UTF-8 column.
  package func view(_ index: Int) throws(ArrowError) -> TextView {
    let child = try unsafe child(index, "U", buffers: 3)
    guard let offsets = unsafe child.buffers[1] else { throw ArrowError(problem: "has no offsets in column \(index)") }
    // No text at all needs no bytes buffer; the offsets then stand in for a pointer that is never read.
    let bytes = unsafe child.buffers[2] ?? offsets
    return unsafe TextView(
      validity: child.buffers[0]?.assumingMemoryBound(to: UInt8.self),
      offsets: offsets.assumingMemoryBound(to: Int64.self), bytes: bytes.assumingMemoryBound(to: UInt8.self),
      start: Int(child.offset), count: length)
  }

  /// A text column, large (`U`) or small (`u`) UTF-8, copied; ill-formed UTF-8 and offsets are an error.
  package func text(_ index: Int) throws(ArrowError) -> [String?] {
    let large = index < formats.count && formats[index] == "U"
    let child = try unsafe child(index, large ? "U" : "u", buffers: 3)
    guard length > 0 else { return [] }
    guard let offsets = unsafe child.buffers[1] else { throw ArrowError(problem: "has no offsets in column \(index)") }
    func offset(_ row: Int) -> Int {
      let place = unsafe Int(child.offset) + row
      return large
        ? unsafe Int(offsets.loadUnaligned(fromByteOffset: place * 8, as: Int64.self))
        : unsafe Int(offsets.loadUnaligned(fromByteOffset: place * 4, as: Int32.self))
    }
    var result: [String?] = []
    result.reserveCapacity(length)
    // Codes and field names repeat: the last text is kept and shared.
    var last = ""
    for row in 0..<length {
      guard unsafe isValid(child, row) else {
        result.append(nil)
        continue
      }
      let from = offset(row)
      let to = offset(row + 1)
      guard from >= 0, to >= from else { throw ArrowError(problem: "has falling offsets in column \(index)") }
      guard to > from, let bytes = unsafe child.buffers[2] else {
        result.append("")
        continue
      }
      let cell = unsafe UnsafeRawBufferPointer(start: bytes + from, count: to - from)
      if unsafe !last.utf8.elementsEqual(cell) {
        guard let text = unsafe String(validating: cell, as: UTF8.self) else {
          throw ArrowError(problem: "has ill-formed UTF-8 in column \(index)")
        }
        last = text
      }
      result.append(last)
    }
    return result
  }
}
