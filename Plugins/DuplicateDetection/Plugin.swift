public import CPluginABI
import RuleKit

// Written once, before anybody can read it, and never changed.
private nonisolated(unsafe) let table = unsafe makePlugin(
  "DuplicateDetection", version: "0.1.0",
  rules: [DuplicateDetection.self, UniqueKeys.self, SharedContacts.self])

/// The function a runner looks for.
// swift-format-ignore: AlwaysUseLowerCamelCase
@c public func revizor_plugin() -> UnsafePointer<revizor_plugin_table> { unsafe table }
