import CZip
import Tables

/// A zip container open for reading (APPNOTE 6.3; libzip checks sizes and checksums).
@safe struct ZipContainer: ~Copyable {
  let path: String
  /// Bytes of text that the parts may give.
  let textLimit: Int
  private let unpackLimit: Int
  private let unpacked = ByteCount()
  private let archive: OpaquePointer
  /// Names of the parts, as other programs may spell them, to their index.
  private var parts: [String: UInt64] = [:]

  /// Opens a container.
  /// - Throws: `damaged(.container)`.
  init(_ path: String, limits: ReadLimits = .init()) throws(SourceError) {
    let scaled = limits.scaled(toFile: try FileInput(path).size)
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &code) else {
      throw SourceError(path, .damaged(.container, part: nil, line: nil))
    }
    textLimit = scaled.textBytes
    unpackLimit = scaled.unpackedBytes
    self.path = path
    unsafe self.archive = archive
    for index in 0..<UInt64(max(unsafe zip_get_num_entries(archive, 0), 0)) {
      guard let name = unsafe zip_get_name(archive, index, 0) else { continue }
      // Of two parts of one name the last counts, as for most readers of zip.
      parts[Self.key(unsafe String(cString: name))] = index
    }
  }

  deinit { unsafe zip_discard(archive) }

  /// Part names differ in letter case and in the slash's lean (seen: `xl\workbook.xml`, `XL/Workbook.xml`).
  static func key(_ name: String) -> String {
    var text = String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
    while text.hasPrefix("/") { text.removeFirst() }
    return text
  }

  /// Whether there is such a part.
  func has(_ part: String) -> Bool { parts[Self.key(part)] != nil }

  /// What the container's parts show it to be.
  var kind: ContentKind {
    if parts.keys.contains(where: { $0.hasSuffix("workbook.bin") }) { return .xlsb }
    if has("[Content_Types].xml") || has("_rels/.rels") || has("xl/workbook.xml") {
      return has("word/document.xml") || has("ppt/presentation.xml") ? .otherZip : .xlsx
    }
    return has("content.xml") ? .ods : .otherZip
  }

  /// Hands a part's bytes to `body`, piece by piece; `body` says whether it wants more.
  /// - Throws: `damaged` when the part is missing, cut or fails its checksum, and what `body` throws.
  func read(
    _ part: String, _ body: (Span<UInt8>) throws(SourceError) -> Bool
  ) throws(SourceError) {
    guard let index = parts[Self.key(part)] else { throw damaged(.missingPart, part) }
    guard let file = unsafe zip_fopen_index(archive, index, 0) else { throw damaged(.container, part) }
    defer { unsafe zip_fclose(file) }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var isWanted = true
    while true {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe zip_fread(file, $0.baseAddress, UInt64($0.count))
      }
      guard count >= 0 else { throw damaged(.container, part) }
      unpacked.value += Int(count)
      guard unpacked.value <= unpackLimit else { throw damaged(.unpacksTooMuch(limit: unpackLimit), part) }
      guard count > 0 else { return }
      // Read to its end even when nothing more is wanted: only there the checksum is held against the bytes.
      if isWanted { isWanted = try body(piece.span.extracting(first: Int(count))) }
    }
  }

  private func damaged(_ damage: SourceError.Damage, _ part: String) -> SourceError {
    SourceError(path, .damaged(damage, part: part, line: nil))
  }
}

/// Bytes unpacked so far, over all parts: many parts may stand for the same bytes of the file.
private final class ByteCount {
  var value = 0
}
