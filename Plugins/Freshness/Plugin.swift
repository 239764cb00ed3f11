public import CPluginABI
import RuleKit

@safe private enum Door {
  nonisolated(unsafe) static let table = unsafe makePlugin(
    "Freshness", version: "0.1.0", rules: [Freshness.self])
}

// The name is the contract's (REVIZOR_PLUGIN_SYMBOL).
// swift-format-ignore: AlwaysUseLowerCamelCase
/// The door of the library: the function table of its one rule.
@c public func revizor_plugin() -> UnsafePointer<revizor_plugin_table> { unsafe Door.table }
