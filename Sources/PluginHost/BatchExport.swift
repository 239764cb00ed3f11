import CPluginABI
import RuleKit
import Tables

/// Lends rows of some columns, and rows linked to them, to `body` as an Arrow struct array over their own memory.
///
/// Nothing of a column is copied: the arrays point into it, with the batch's first row as Arrow offset. What
/// `body` sees is valid during the call only, so the release callbacks do nothing but mark.
/// - Complexity: O(columns).
func withBatch<Result>(
  fields: [String], columns: [TextColumn], rows: Range<Int>, linked: [ClientRows] = [],
  _ body: (UnsafePointer<ArrowSchema>, UnsafePointer<ArrowArray>) throws(PluginError) -> Result
) throws(PluginError) -> Result {
  precondition(fields.count == columns.count, "one name a column")
  precondition(linked.isEmpty || rows.lowerBound == 0, "linked rows belong to all rows")
  var schema = unsafe exportSchema(
    fields.map { ArrowField($0, "U") }
      + linked.map { table in
        let item = ArrowField("item", "+s", children: table.fields.map { ArrowField($0, "U") })
        return ArrowField(table.name, "+L", children: [item])
      })
  defer { if let release = unsafe schema.release { unsafe release(&schema) } }
  return try unsafe withArrays(columns, rows) { (children) throws(PluginError) in
    try unsafe withLists(linked[...], children) { (children) throws(PluginError) in
      try unsafe withStruct(of: children, length: rows.count) { (array) throws(PluginError) in
        try unsafe body(&schema, array)
      }
    }
  }
}

private typealias Child = UnsafeMutablePointer<ArrowArray>

private func blank(length: Int, offset: Int = 0) -> ArrowArray {
  unsafe ArrowArray(
    length: Int64(length), null_count: 0, offset: Int64(offset), n_buffers: 0, n_children: 0, buffers: nil,
    children: nil, dictionary: nil, release: { array in unsafe array?.pointee.release = nil },
    private_data: nil)
}

/// Lends text columns, each an array of three buffers: validity, offsets, bytes.
private func withArrays<Result>(
  _ columns: [TextColumn], _ rows: Range<Int>,
  _ body: ([Child]) throws(PluginError) -> Result
) throws(PluginError) -> Result {
  // Storage whose addresses stay put: one array struct and three buffers a column.
  let arrays = Child.allocate(capacity: max(columns.count, 1))
  let buffers = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: max(columns.count * 3, 1))
  defer {
    unsafe arrays.deallocate()
    unsafe buffers.deallocate()
  }

  func lend(_ index: Int) throws(PluginError) -> Result {
    guard index < columns.count else { return try unsafe body(columns.indices.map { unsafe arrays + $0 }) }
    return try unsafe columns[index].withArrowBuffers { (validity, offsets, bytes) throws(PluginError) in
      unsafe buffers[index * 3] = validity.isEmpty ? nil : UnsafeRawPointer(validity.baseAddress)
      unsafe buffers[index * 3 + 1] = UnsafeRawPointer(offsets.baseAddress)
      unsafe buffers[index * 3 + 2] = UnsafeRawPointer(bytes.baseAddress)
      var array = unsafe blank(length: rows.count, offset: rows.lowerBound)
      unsafe array.null_count = validity.isEmpty ? 0 : -1
      unsafe array.n_buffers = 3
      unsafe array.buffers = buffers + index * 3
      unsafe (arrays + index).initialize(to: array)
      return try lend(index + 1)
    }
  }
  return try lend(0)
}

/// Lends linked tables as lists of structs, after the children that are there.
private func withLists<Result>(
  _ tables: ArraySlice<ClientRows>, _ children: [Child],
  _ body: ([Child]) throws(PluginError) -> Result
) throws(PluginError) -> Result {
  guard let table = tables.first else { return try unsafe body(children) }
  let count = Int(table.starts[table.starts.count - 1])
  return try unsafe withArrays(table.columns, 0..<count) { (columns) throws(PluginError) in
    try unsafe withStruct(of: columns, length: count) { (items) throws(PluginError) in
      try unsafe table.starts.withUnsafeBufferPointer { (starts) throws(PluginError) in
        var buffers: [UnsafeRawPointer?] = unsafe [nil, UnsafeRawPointer(starts.baseAddress)]
        var item: [Child?] = unsafe [items]
        return try unsafe buffers.withUnsafeMutableBufferPointer { (buffers) throws(PluginError) in
          try unsafe item.withUnsafeMutableBufferPointer { (item) throws(PluginError) in
            var list = unsafe blank(length: starts.count - 1)
            unsafe list.n_buffers = 2
            unsafe list.buffers = buffers.baseAddress
            unsafe list.n_children = 1
            unsafe list.children = item.baseAddress
            return try unsafe withUnsafeMutablePointer(to: &list) { (list) throws(PluginError) in
              try unsafe withLists(tables.dropFirst(), children + [list], body)
            }
          }
        }
      }
    }
  }
}

/// Lends a struct array of children.
private func withStruct<Result>(
  of children: [Child], length: Int, _ body: (Child) throws(PluginError) -> Result
) throws(PluginError) -> Result {
  var pointers = unsafe children.map { unsafe Optional($0) }
  var buffers: [UnsafeRawPointer?] = unsafe [nil]
  return try unsafe pointers.withUnsafeMutableBufferPointer { (pointers) throws(PluginError) in
    try unsafe buffers.withUnsafeMutableBufferPointer { (buffers) throws(PluginError) in
      var array = unsafe blank(length: length)
      unsafe array.n_buffers = 1
      unsafe array.buffers = buffers.baseAddress
      unsafe array.n_children = Int64(pointers.count)
      unsafe array.children = pointers.baseAddress
      return try unsafe withUnsafeMutablePointer(to: &array) { (array) throws(PluginError) in
        try unsafe body(array)
      }
    }
  }
}
