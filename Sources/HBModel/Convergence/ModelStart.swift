/// Where the method is started when a model is judged: the start that suits the model.
public enum ModelStart: Hashable, Sendable {
  /// At rest, `x_{-1} = x_0`: the start of the piece-wise model.
  case rest
  /// On the slow manifold, `x_{-1}` = the model flowed back by one step: the start of the stationary model.
  case slowManifold
}
