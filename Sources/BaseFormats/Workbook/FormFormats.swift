import CXLSXWriter

/// The cell formats of a form, each made when it is first needed.
@safe struct FormFormats {
  /// What a cell looks like.
  struct Look: Hashable {
    var tone: FormSheet.Tone
    var isOpen: Bool
    var isPale: Bool
    var wraps: Bool
    var hasLine: Bool
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var made: [Look: UnsafeMutablePointer<lxw_format>]
  let header: UnsafeMutablePointer<lxw_format>?

  @unsafe init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    unsafe self.book = book
    unsafe made = [:]
    unsafe header = workbook_add_format(book)
    unsafe format_set_bold(header)
    unsafe format_set_text_wrap(header)
    unsafe format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe format_set_bg_color(header, 0xE7ECF2)
    unsafe format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
  }

  @unsafe mutating func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe made[look] { return unsafe known }
    guard let format = unsafe workbook_add_format(book) else { return nil }
    unsafe format_set_num_format(format, "@")
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch look.tone {
    case .plain: break
    case .differs: unsafe format_set_bg_color(format, 0xFFD8A8)
    case .alone: unsafe format_set_bg_color(format, 0xFFF3D6)
    }
    if look.isOpen {
      unsafe format_set_unlocked(format)
      unsafe format_set_bg_color(format, 0xDDF0DD)
    }
    if look.isPale { unsafe format_set_font_color(format, 0x9AA0A6) }
    if look.wraps { unsafe format_set_text_wrap(format) }
    if look.hasLine { unsafe format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    unsafe made[look] = format
    return unsafe format
  }
}
