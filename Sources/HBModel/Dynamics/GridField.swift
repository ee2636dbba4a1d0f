/// A vector field that changes at the grid times: the right-hand side of a model.
public protocol GridField<Scalar>: VectorField {
  /// Makes it the field of iteration n, on `[n h, (n+1) h)`; the stationary one where nil.
  mutating func use(iteration: Int?)
}
