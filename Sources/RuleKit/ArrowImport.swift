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
  private let schemas: UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>?
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
    unsafe schemas = schema.pointee.children
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
  private func fixed<T: BitwiseCopyable>(_ index: Int, _ format: String, _: T.Type) throws(ArrowError) -> [T?]
  {
    let child = try unsafe child(index, format, buffers: 2)
    guard length > 0 else { return [] }
    guard let values = unsafe child.buffers[1] else {
      throw ArrowError(problem: "has no values in column \(index)")
    }
    var result: [T?] = []
    result.reserveCapacity(length)
    for row in 0..<length {
      let place = unsafe (Int(child.offset) + row) * MemoryLayout<T>.stride
      unsafe result.append(
        isValid(child, row) ? values.loadUnaligned(fromByteOffset: place, as: T.self) : nil)
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
    guard let offsets = unsafe child.buffers[1] else {
      throw ArrowError(problem: "has no offsets in column \(index)")
    }
    // No text at all needs no bytes buffer; the offsets then stand in for a pointer that is never read.
    let bytes = unsafe child.buffers[2] ?? offsets
    return unsafe TextView(
      validity: child.buffers[0]?.assumingMemoryBound(to: UInt8.self),
      offsets: offsets.assumingMemoryBound(to: Int64.self), bytes: bytes.assumingMemoryBound(to: UInt8.self),
      start: Int(child.offset), count: length)
  }

  /// Whether column `index` holds lists: rows of another table, linked to those of this one.
  package func isList(_ index: Int) -> Bool { formats[index] == "+L" }

  /// The rows of another table that column `index` holds: a large list of structs of large UTF-8.
  /// - Complexity: O(rows + columns).
  package func linked(_ index: Int) throws(ArrowError) -> LinkedRows {
    let list = try unsafe child(index, "+L", buffers: 2)
    guard let schema = unsafe schemas?[index], unsafe schema.pointee.n_children == 1,
      let itemSchema = unsafe schema.pointee.children?[0], unsafe list.n_children == 1,
      let items = unsafe list.children?[0], let offsets = unsafe list.buffers[1]
    else { throw ArrowError(problem: "has a list without items in column \(index)") }
    var starts: [Int] = []
    starts.reserveCapacity(length + 1)
    for row in 0...length {
      let place = unsafe (Int(list.offset) + row) * 8
      starts.append(unsafe Int(offsets.loadUnaligned(fromByteOffset: place, as: Int64.self)))
      guard row == 0 ? starts[0] >= 0 : starts[row] >= starts[row - 1] else {
        throw ArrowError(problem: "has falling offsets in column \(index)")
      }
    }
    let reader = try unsafe ArrowReader(schema: itemSchema, array: items)
    guard starts[length] <= reader.length else {
      throw ArrowError(problem: "has too few items in column \(index)")
    }
    var columns: [TextView] = []
    for column in reader.names.indices { columns.append(try reader.view(column)) }
    return LinkedRows(name: names[index], fields: reader.names, columns: columns, starts: starts)
  }

  /// A text column, large (`U`) or small (`u`) UTF-8, copied; ill-formed UTF-8 and offsets are an error.
  ///
  /// Checked as a whole: text that is well-formed and no cell of which begins inside a character has
  /// well-formed cells. Measured on 300 000 edits through the door: 140 ms, with a string a cell 230.
  /// - Complexity: O(bytes).
  package func cells(_ index: Int) throws(ArrowError) -> TextColumn {
    let large = index < formats.count && formats[index] == "U"
    let child = try unsafe child(index, large ? "U" : "u", buffers: 3)
    var result = TextColumn()
    guard length > 0 else { return result }
    guard let offsets = unsafe child.buffers[1] else {
      throw ArrowError(problem: "has no offsets in column \(index)")
    }
    let start = unsafe Int(child.offset)
    func offset(_ row: Int) -> Int {
      large
        ? unsafe Int(offsets.loadUnaligned(fromByteOffset: (start + row) * 8, as: Int64.self))
        : unsafe Int(offsets.loadUnaligned(fromByteOffset: (start + row) * 4, as: Int32.self))
    }
    let bytes = unsafe child.buffers[2]?.assumingMemoryBound(to: UInt8.self)
    var to = offset(0)
    guard to >= 0 else { throw ArrowError(problem: "has a negative offset in column \(index)") }
    result.reserve(rows: length, bytes: 0)
    for row in 0..<length {
      let from = to
      to = offset(row + 1)
      guard to >= from else { throw ArrowError(problem: "has falling offsets in column \(index)") }
      let isValid = unsafe isValid(child, row)
      if isValid, to > from, let bytes = unsafe bytes {
        // A continuation byte (10xxxxxx) cannot begin a cell.
        guard unsafe bytes[from] & 0xC0 != 0x80 else { throw illFormed(index) }
        unsafe result.extend(Span(_unsafeStart: bytes + from, count: to - from))
      }
      result.closeCell(valid: isValid)
    }
    let isWellFormed = unsafe result.withArrowBuffers { _, _, bytes in
      (try? unsafe UTF8Span(validating: bytes.span)) != nil
    }
    guard isWellFormed else { throw illFormed(index) }
    return result
  }

  private func illFormed(_ index: Int) -> ArrowError {
    ArrowError(problem: "has ill-formed UTF-8 in column \(index)")
  }

  /// A text column of few different names as their numbers, nil where null.
  /// - Complexity: O(rows × different names), at most 64 of which are compared by bytes.
  package func names(_ index: Int, in interner: inout Interner) throws(ArrowError) -> [UInt16?] {
    let cells = try cells(index)
    var known = TextColumn()
    var numbers: [UInt16] = []
    // Rules speak of fields in turn, so the name after the last one is looked at first.
    var next = 0
    var result: [UInt16?] = []
    result.reserveCapacity(length)
    rows: for row in 0..<length {
      guard !cells.isNull(row) else {
        result.append(nil)
        continue
      }
      let name = cells.utf8(at: row)
      for step in 0..<numbers.count {
        let place = next + step < numbers.count ? next + step : next + step - numbers.count
        guard name.equals(known.utf8(at: place)) else { continue }
        result.append(numbers[place])
        next = place + 1 < numbers.count ? place + 1 : 0
        continue rows
      }
      let text = String(copying: name)
      // Names are few by nature; a plugin that makes up one a row is at fault.
      guard interner.names.count < 60_000 else {
        throw ArrowError(problem: "has too many names in column \(index)")
      }
      let number = interner.number(of: text)
      if numbers.count < 64 {
        known.append(name)
        numbers.append(number)
      }
      result.append(number)
    }
    return result
  }

  /// A text column as strings.
  package func text(_ index: Int) throws(ArrowError) -> [String?] {
    let cells = try cells(index)
    return (0..<length).map { cells[$0] }
  }
}
