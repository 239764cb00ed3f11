/// What a phone number is for.
enum PhoneKind: UInt8, Sendable {
  case none, fixed, mobile, fixedOrMobile, tollFree, premium, sharedCost, voip, personal, pager, universal
  case voicemail

  /// Its name among the parts.
  var name: String {
    switch self {
    case .none: "unknown"
    case .fixed: "fixed"
    case .mobile: "mobile"
    case .fixedOrMobile: "fixed-or-mobile"
    case .tollFree: "toll-free"
    case .premium: "premium"
    case .sharedCost: "shared-cost"
    case .voip: "voip"
    case .personal: "personal"
    case .pager: "pager"
    case .universal: "universal-access"
    case .voicemail: "voicemail"
    }
  }
}
