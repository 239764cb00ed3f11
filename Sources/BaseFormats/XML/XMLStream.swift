import CLibXML2
import Tables

/// libxml2's push parser: pieces of a document in, events out, nothing kept.
///
/// No network, no external entities, no document type at all: a declaration of one ends the reading, so there
/// are no entities to expand. Depth is bounded by libxml2 (256), so memory does not grow with the document.
@safe final class XMLStream {
  /// Why the reading ended early.
  private(set) var failure: (damage: SourceError.Damage, line: Int)?
  private let events: any XMLEvents
  private var context: xmlParserCtxtPtr?
  private var isStopped = false
  private var hasError = false
  private let options: Int32
  /// Characters that XML does not have and that were left out.
  private(set) var charactersLeftOut = 0

  /// A stream into `events`; when it `leavesOutCharacters`, a reference such as `&#7;` is no error.
  init(_ events: any XMLEvents, leavesOutCharacters: Bool = false) {
    self.events = events
    options = Int32(XML_PARSE_NONET.rawValue | (leavesOutCharacters ? XML_PARSE_RECOVER.rawValue : 0))
  }

  deinit { unsafe xmlFreeParserCtxt(context) }

  /// Current line of the document.
  var line: Int { unsafe context.map { unsafe Int(xmlSAX2GetLineNumber(UnsafeMutableRawPointer($0))) } ?? 1 }

  /// Bytes of the document taken so far.
  var offset: Int { unsafe context.map { unsafe Int(xmlByteConsumed($0)) } ?? 0 }

  /// Ends the reading because of what an event showed.
  func fail(_ damage: SourceError.Damage) {
    if failure == nil { failure = (damage, line) }
    stop()
  }

  /// Ends the reading without an error.
  func stop() {
    isStopped = true
    unsafe xmlStopParser(context)
  }

  /// Takes the next piece; false when no more is wanted.
  func feed(_ piece: Span<UInt8>) -> Bool {
    guard failure == nil, !isStopped, !piece.isEmpty else { return failure == nil && !isStopped }
    if unsafe context == nil { open(piece) }
    parse(piece, isLast: false)
    return failure == nil && !isStopped
  }

  /// Ends the document.
  func finish() {
    guard failure == nil, !isStopped else { return }
    guard unsafe context != nil else { return fail(.truncated) }
    parse([UInt8]().span, isLast: true)
  }

  private func parse(_ piece: Span<UInt8>, isLast: Bool) {
    let code = unsafe piece.withUnsafeBytes { bytes in
      unsafe xmlParseChunk(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
    }
    guard code != 0, failure == nil, !isStopped else { return }
    // Bytes that are not in the document's encoding end the parsing, but count for libxml2 as no error of form.
    if code != Int32(XML_ERR_INVALID_ENCODING.rawValue) {
      guard unsafe context?.pointee.wellFormed == 0, hasError || charactersLeftOut == 0 else { return }
    }
    let ended = code == Int32(XML_ERR_DOCUMENT_END.rawValue) || code == Int32(XML_ERR_DOCUMENT_EMPTY.rawValue)
    failure = (isLast || ended ? .truncated : .notWellFormed, line)
  }

  private func open(_ first: Span<UInt8>) {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = { user, local, _, space, _, _, count, _, fields in
      guard let local = unsafe local else { return }
      let tag = unsafe XMLTag(local: local, space: space, fields: fields, attributeCount: Int(count))
      unsafe XMLStream.of(user)?.start(tag)
    }
    unsafe handler.endElementNs = { user, local, _, space in
      guard let local = unsafe local else { return }
      unsafe XMLStream.of(user)?.end(
        unsafe XMLTag(local: local, space: space, fields: nil, attributeCount: 0))
    }
    unsafe handler.characters = { user, bytes, count in unsafe XMLStream.of(user)?.text(bytes, count) }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.cdataBlock = handler.characters
    unsafe handler.internalSubset = { user, _, _, _ in unsafe XMLStream.of(user)?.fail(.documentType) }
    // Errors are told by `wellFormed`; without a handler libxml2 would print them, cells and all.
    unsafe handler.serror = { user, error in
      guard let stream = unsafe XMLStream.of(user), let error = unsafe error?.pointee else { return }
      unsafe stream.note(code: error.code, isFatal: error.level == XML_ERR_FATAL)
    }
    // Errors of encodings reach no parser: they would be printed, bytes and all.
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    xmlKeepQuiet()
    let user = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe context = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil)
    let lies = Self.declaresWrongly(first)
    unsafe xmlCtxtUseOptions(context, options | (lies ? Int32(XML_PARSE_IGNORE_ENC.rawValue) : 0))
  }

  /// Whether the bytes contradict the encoding that the declaration names: a byte order mark, or single-byte
  /// text that calls itself UTF-16 (both seen in files of programs that write text from memory).
  private static func declaresWrongly(_ first: Span<UInt8>) -> Bool {
    if first.hasPrefix("\u{FEFF}") { return true }
    guard first.hasPrefix("<?xml") else { return false }
    let head = String(copying: first.extracting(first: min(first.count, 120))).lowercased()
    return head.prefix { $0 != ">" }.contains("utf-16")
  }

  private func note(code: Int32, isFatal: Bool) {
    if code == Int32(XML_ERR_INVALID_CHAR.rawValue), options & Int32(XML_PARSE_RECOVER.rawValue) != 0 {
      charactersLeftOut += 1
    } else if isFatal, !hasError {
      hasError = true
      // The parser would go on and guess.
      unsafe xmlStopParser(context)
    }
  }

  private func start(_ tag: XMLTag) { if !isStopped { events.start(tag, in: self) } }

  private func end(_ tag: XMLTag) { if !isStopped { events.end(tag, in: self) } }

  @unsafe private func text(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let bytes = unsafe bytes, !isStopped else { return }
    events.text(unsafe Span(_unsafeStart: bytes, count: Int(count)), in: self)
  }

  @unsafe private static func of(_ user: UnsafeMutableRawPointer?) -> XMLStream? {
    guard let user = unsafe user else { return nil }
    return unsafe Unmanaged<XMLStream>.fromOpaque(user).takeUnretainedValue()
  }
}
