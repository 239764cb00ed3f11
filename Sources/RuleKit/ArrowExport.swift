package import CPluginABI
import Foundation
package import Tables

/// One column on its way out as an Arrow array.
package enum ArrowColumn {
  case int64([Int64], valid: [Bool]?)
  case int8([Int8])
  case float64([Double])
  case text(TextColumn)

  var format: String {
    switch self {
    case .int64: "l"
    case .int8: "c"
    case .float64: "g"
    case .text: "U"
    }
  }
}

/// Memory of one exported struct array, freed when its consumer calls `release`.
///
/// The whole tree (parent, children, buffers) hangs on the parent, as the Arrow C Data Interface allows; the
/// children's own callbacks only mark them released.
@safe private final class ArrowTree {
  private var blocks: [UnsafeMutableRawPointer] = unsafe []

  deinit { unsafe blocks.forEach { unsafe free($0) } }

  func allocate<T>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T> {
    let size = max(count, 1) * MemoryLayout<T>.stride
    guard let block = unsafe calloc(1, size) else { preconditionFailure("out of memory") }
    unsafe blocks.append(block)
    return unsafe block.bindMemory(to: T.self, capacity: max(count, 1))
  }

  func text(_ text: String) -> UnsafePointer<CChar> {
    let bytes = unsafe allocate(CChar.self, text.utf8.count + 1)
    for (index, byte) in text.utf8.enumerated() { unsafe bytes[index] = CChar(bitPattern: byte) }
    return unsafe UnsafePointer(bytes)
  }

  func copy<T>(_ values: UnsafeBufferPointer<T>) -> UnsafeRawPointer {
    let block = unsafe allocate(T.self, values.count)
    if let from = values.baseAddress { unsafe block.update(from: from, count: values.count) }
    return UnsafeRawPointer(block)
  }

  func copy<T>(_ values: [T]) -> UnsafeRawPointer {
    unsafe values.withUnsafeBufferPointer { unsafe copy($0) }
  }

  func bitmap(_ bits: [Bool]) -> UnsafeRawPointer {
    var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (index, bit) in bits.enumerated() where bit { bytes[index >> 3] |= 1 << UInt8(index & 7) }
    return unsafe copy(bytes)
  }
}

private func retained(_ tree: ArrowTree) -> UnsafeMutableRawPointer {
  unsafe Unmanaged.passRetained(tree).toOpaque()
}

/// Fills `schema` and `array` with a struct array of the named columns, in copies that the consumer releases.
/// - Complexity: O(bytes).
package func exportArrow(
  _ columns: [(name: String, column: ArrowColumn)], length: Int,
  schema: inout ArrowSchema, array: inout ArrowArray
) {
  unsafe schema = exportSchema(columns.map { ArrowField($0.name, $0.column.format) })
  let tree = ArrowTree()
  let children = unsafe tree.allocate(UnsafeMutablePointer<ArrowArray>?.self, columns.count)
  for (index, column) in columns.enumerated() {
    let child = unsafe tree.allocate(ArrowArray.self, 1)
    unsafe fill(child, with: column.column, length: length, in: tree)
    unsafe children[index] = child
  }
  let buffers = unsafe tree.allocate(UnsafeRawPointer?.self, 1)
  unsafe array = ArrowArray(
    length: Int64(length), null_count: 0, offset: 0, n_buffers: 1, n_children: Int64(columns.count),
    buffers: buffers, children: children, dictionary: nil,
    release: { array in
      guard let array = unsafe array, let data = unsafe array.pointee.private_data else { return }
      unsafe array.pointee.release = nil
      unsafe Unmanaged<ArrowTree>.fromOpaque(data).release()
    }, private_data: retained(tree))
}

/// Name and Arrow format of a column, and what is beneath it where it is nested.
package struct ArrowField {
  var name: String
  var format: String
  var children: [ArrowField]

  /// A field.
  package init(_ name: String, _ format: String, children: [ArrowField] = []) {
    self.name = name
    self.format = format
    self.children = children
  }
}

/// The schema of a struct array with the given children.
package func exportSchema(_ children: [ArrowField]) -> ArrowSchema {
  let tree = ArrowTree()
  let root = unsafe tree.allocate(ArrowSchema.self, 1)
  unsafe fill(root, with: ArrowField("", "+s", children: children), in: tree)
  unsafe root.pointee.flags = 0
  unsafe root.pointee.release = { schema in
    guard let schema = unsafe schema, let data = unsafe schema.pointee.private_data else { return }
    unsafe schema.pointee.release = nil
    unsafe Unmanaged<ArrowTree>.fromOpaque(data).release()
  }
  unsafe root.pointee.private_data = retained(tree)
  return unsafe root.pointee
}

private func fill(_ schema: UnsafeMutablePointer<ArrowSchema>, with field: ArrowField, in tree: ArrowTree) {
  unsafe schema.pointee.format = tree.text(field.format)
  unsafe schema.pointee.name = tree.text(field.name)
  unsafe schema.pointee.flags = Int64(ARROW_FLAG_NULLABLE)
  unsafe schema.pointee.release = { schema in unsafe schema?.pointee.release = nil }
  guard !field.children.isEmpty || field.format == "+s" else { return }
  let pointers = unsafe tree.allocate(UnsafeMutablePointer<ArrowSchema>?.self, field.children.count)
  for (index, child) in field.children.enumerated() {
    let below = unsafe tree.allocate(ArrowSchema.self, 1)
    unsafe fill(below, with: child, in: tree)
    unsafe pointers[index] = below
  }
  unsafe schema.pointee.n_children = Int64(field.children.count)
  unsafe schema.pointee.children = pointers
}

private func fill(
  _ child: UnsafeMutablePointer<ArrowArray>, with column: ArrowColumn, length: Int, in tree: ArrowTree
) {
  unsafe child.pointee.length = Int64(length)
  unsafe child.pointee.release = { array in unsafe array?.pointee.release = nil }
  var validity: UnsafeRawPointer?
  var values: [UnsafeRawPointer] = unsafe []
  switch column {
  case .int64(let numbers, let valid):
    if let valid {
      unsafe validity = tree.bitmap(valid)
      unsafe child.pointee.null_count = Int64(valid.count { !$0 })
    }
    unsafe values = [tree.copy(numbers)]
  case .int8(let numbers): unsafe values = [tree.copy(numbers)]
  case .float64(let numbers): unsafe values = [tree.copy(numbers)]
  case .text(let text):
    unsafe child.pointee.null_count = Int64(text.nullCount)
    unsafe text.withArrowBuffers { bits, offsets, bytes in
      if !bits.isEmpty { unsafe validity = tree.copy(bits) }
      unsafe values = [tree.copy(offsets), tree.copy(bytes)]
    }
  }
  let buffers = unsafe tree.allocate(UnsafeRawPointer?.self, values.count + 1)
  unsafe buffers[0] = validity
  for index in unsafe values.indices { unsafe buffers[index + 1] = values[index] }
  unsafe child.pointee.n_buffers = Int64(values.count + 1)
  unsafe child.pointee.buffers = buffers
}
