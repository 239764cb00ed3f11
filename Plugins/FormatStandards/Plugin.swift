public import CPluginABI
import RuleKit

@safe private enum Door {
  // Written once, before anybody can read it, and never changed.
  nonisolated(unsafe) static let table = unsafe makePlugin(
    "FormatStandards", version: "0.1.0", rules: [FormatStandards.self])
}

// The name is the contract's (REVIZOR_PLUGIN_SYMBOL).
// swift-format-ignore: AlwaysUseLowerCamelCase
/// The door of the library: the function table of its one rule.
@c public func revizor_plugin() -> UnsafePointer<revizor_plugin_table> { unsafe Door.table }
