public import PluginHost

/// Why an example could not be run.
public enum ExampleError: Error, Equatable {
  /// The drawing is not one.
  case drawing(String)
  /// The plugin refused.
  case plugin(PluginError)
}
