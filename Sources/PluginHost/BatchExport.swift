import CPluginABI
import RuleKit
import Tables

/// Lends rows of some columns to `body` as an Arrow struct array over the columns' own memory.
///
/// Nothing of a column is copied: the arrays point into it, with the batch's first row as Arrow offset. What
/// `body` sees is valid during the call only, so the release callbacks do nothing but mark.
/// - Complexity: O(columns).
func withBatch<Result>(
  fields: [String], columns: [TextColumn], rows: Range<Int>,
  _ body: (UnsafePointer<ArrowSchema>, UnsafePointer<ArrowArray>) throws(PluginError) -> Result
) throws(PluginError) -> Result {
  precondition(fields.count == columns.count, "one name a column")
  var schema = unsafe exportSchema(fields.map { ($0, "U") })
  defer { if let release = unsafe schema.release { unsafe release(&schema) } }
  // Parallel storage whose addresses stay put: one array struct, one pointer and three buffers a column.
  let arrays = UnsafeMutablePointer<ArrowArray>.allocate(capacity: max(columns.count, 1))
  let children = UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>.allocate(
    capacity: max(columns.count, 1))
  let buffers = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: columns.count * 3 + 1)
  defer {
    unsafe arrays.deallocate()
    unsafe children.deallocate()
    unsafe buffers.deallocate()
  }
  unsafe buffers[columns.count * 3] = nil

  func lend(_ index: Int) throws(PluginError) -> Result {
    guard index < columns.count else {
      var parent = unsafe ArrowArray(
        length: Int64(rows.count), null_count: 0, offset: 0, n_buffers: 1, n_children: Int64(columns.count),
        buffers: buffers + columns.count * 3, children: children, dictionary: nil,
        release: { array in unsafe array?.pointee.release = nil }, private_data: nil)
      return try unsafe body(&schema, &parent)
    }
    return try unsafe columns[index].withArrowBuffers { (validity, offsets, bytes) throws(PluginError) in
      unsafe buffers[index * 3] = validity.isEmpty ? nil : UnsafeRawPointer(validity.baseAddress)
      unsafe buffers[index * 3 + 1] = UnsafeRawPointer(offsets.baseAddress)
      unsafe buffers[index * 3 + 2] = UnsafeRawPointer(bytes.baseAddress)
      unsafe (arrays + index).initialize(
        to: ArrowArray(
          length: Int64(rows.count), null_count: validity.isEmpty ? 0 : -1, offset: Int64(rows.lowerBound),
          n_buffers: 3, n_children: 0, buffers: buffers + index * 3, children: nil, dictionary: nil,
          release: { array in unsafe array?.pointee.release = nil }, private_data: nil))
      unsafe children[index] = arrays + index
      return try lend(index + 1)
    }
  }
  return try lend(0)
}
