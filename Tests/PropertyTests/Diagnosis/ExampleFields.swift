import HBModel

// The first model is that of the documentation, word for word.
// example begins
struct ModifiedFlow: FieldModel {
  let order = 2

  func field<T: Real>(
    at x: [T], step h: T, momentum mu: T, iteration n: Int, objective: some DifferentiableObjective<T>
  ) -> [T] {
    let g = objective.gradient(x)
    let hessian = objective.derivative(x, [g])  // D[g]
    let cubic = objective.derivative(x, [g, g])  // D[g,g]
    let twice = objective.derivative(x, [hessian])  // D[D[g]]
    let c = T.one / (T.one - mu)
    let c3 = c * c * c
    let c5 = c3 * c * c
    let first = h * (T.one + mu) * c3 / T(2)
    let second = h * h * (T.one + T(10) * mu + mu * mu) * c5 / T(6)
    let third = h * h * (T.one + T(4) * mu + mu * mu) * c5 / T(3)
    return x.indices.map { i in
      T.zero - c * g[i] - first * hessian[i] - second * cubic[i] - third * twice[i]
    }
  }
}
// example ends

/// A field of any form, for what no derivation file can say.
struct OtherField: FieldModel {
  enum Form: Sendable {
    case gradientNorm, coordinates, laplacian, position, logarithm, singularStep, doubleConstants, nothing, short
    case iterationDependent
  }

  let form: Form
  let order: Int
  let start: ModelStart

  init(_ form: Form, order: Int, start: ModelStart = .slowManifold) {
    (self.form, self.order, self.start) = (form, order, start)
  }

  func field<T: Real>(
    at x: [T], step h: T, momentum mu: T, iteration n: Int, objective: some DifferentiableObjective<T>
  ) -> [T] {
    let g = objective.gradient(x)
    let hessian = objective.derivative(x, [g])
    let c = T.one / (T.one - mu)
    let warm = start == .rest ? T.one - T.pow(mu, T(Double(n + 1))) : T.one
    let first = h * (T.one + mu) * c * c * c / T(2)
    func combined(_ own: T, _ factors: [T]) -> [T] {
      x.indices.map { T.zero - warm * c * g[$0] - own * hessian[$0] - factors[$0] }
    }
    let none = x.map { _ in T.zero }
    switch form {
    case .gradientNorm:
      let square = g.reduce(T.zero) { $0 + $1 * $1 }
      return combined(first, g.map { h * h * square * $0 })
    case .coordinates: return combined(first, [h * g[0] * g[0]] + none.dropFirst())
    case .laplacian:
      let unit = x.indices.map { own in x.indices.map { $0 == own ? T.one : T.zero } }
      let laplacian = x.indices.reduce(T.zero) { $0 + objective.derivative(x, [unit[$1]])[$1] }
      return combined(first, g.map { h * laplacian * $0 })
    case .position: return combined(first, x.map { h * $0 })
    case .logarithm:
      // Analytic in h, and no polynomial.
      return g.map { T.zero - $0 * T.log(T.one + h) / h }
    case .singularStep: return combined(first * T.sqrt(h), none)
    case .doubleConstants: return combined(h * (T.one + mu) * c * c * c * T(1.0 / 3) * T(1.5), none)
    case .nothing: return none
    case .short: return Array(combined(first, none).dropLast())
    case .iterationDependent: return combined(n == 8 ? T.zero : first, none)
    }
  }
}

/// A right model from rest but for one iteration, at which no term is looked at.
struct LateFault: FieldModel {
  let right: DerivationField

  var order: Int { right.order }
  var method: MomentumMethod { right.method }
  var start: ModelStart { .rest }

  func field<T: Real>(
    at x: [T], step h: T, momentum mu: T, iteration n: Int, objective: some DifferentiableObjective<T>
  ) -> [T] {
    let own = right.field(at: x, step: h, momentum: mu, iteration: n, objective: objective)
    return n == 12 ? zip(own, objective.gradient(x)).map { $0 - $1 } : own
  }
}
