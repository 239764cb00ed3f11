import CPluginABI
import Foundation
public import RuleKit

/// An opened plugin: its library, its function table, its manifest.
///
/// A library once opened stays open: closing one whose code may still be referenced is the classic crash of
/// plugin hosts.
@safe public final class Plugin: Sendable {
  /// Path of the library.
  public let path: String
  /// What it says of itself.
  public let manifest: PluginManifest
  nonisolated(unsafe) let table: UnsafePointer<revizor_plugin_table>

  /// Its name.
  public var name: String { manifest.name }

  private init(path: String, manifest: PluginManifest, table: UnsafePointer<revizor_plugin_table>) {
    self.path = path
    self.manifest = manifest
    unsafe self.table = unsafe table
  }

  /// Opens a library and checks its ABI number before anything else of it is touched.
  public static func open(_ path: String) throws(PluginError) -> Plugin {
    guard let library = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      throw .cannotOpen(path: path, reason: unsafe dlerror().map { unsafe String(cString: $0) } ?? "unknown")
    }
    guard let symbol = unsafe dlsym(library, REVIZOR_PLUGIN_SYMBOL) else { throw .noEntryPoint(path: path) }
    let entry = unsafe unsafeBitCast(symbol, to: revizor_plugin_function.self)
    guard let table = unsafe entry() else { throw .badManifest(path: path, reason: "is missing") }
    let abi = unsafe table.pointee.abi_version
    guard abi == UInt32(REVIZOR_ABI_VERSION) else {
      throw .wrongABI(path: path, found: abi, expected: UInt32(REVIZOR_ABI_VERSION))
    }
    guard unsafe table.pointee.size >= UInt32(MemoryLayout<revizor_plugin_table>.size),
      let text = unsafe table.pointee.manifest, unsafe table.pointee.create != nil,
      unsafe table.pointee.apply != nil, unsafe table.pointee.destroy != nil,
      unsafe table.pointee.free_text != nil
    else { throw .badManifest(path: path, reason: "or a function of the table is missing") }
    return unsafe Plugin(path: path, manifest: try manifest(String(cString: text), of: path), table: table)
  }

  private static func manifest(_ text: String, of path: String) throws(PluginError) -> PluginManifest {
    do {
      return try JSONDecoder().decode(PluginManifest.self, from: Data(text.utf8))
    } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
      throw .badManifest(path: path, reason: "is not JSON")
    } catch DecodingError.keyNotFound(let key, _) {
      throw .badManifest(path: path, reason: "has no '\(key.stringValue)'")
    } catch let error as DecodingError {
      throw .badManifest(path: path, reason: "has a wrong value\(Self.place(of: error))")
    } catch {
      throw .badManifest(path: path, reason: "is not JSON")
    }
  }

  private static func place(of error: DecodingError) -> String {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      " at '\(context.codingPath.map(\.stringValue).joined(separator: "."))'"
    default: ""
    }
  }
}
