import Foundation
import HBModel
import HBReport
import HBSuite

extension Verb {
  /// `validate`: judges a derivation file.
  static let validate = Verb(
    name: "validate", summary: "judges a derivation file: which term is wrong, and what it must be",
    options: [
      .option("seed", "S", "the seed of the random problems (default 42)"),
      .option("threads", "T", "threads (default: the processors); no result depends on them"),
    ],
    operands: [
      OperandSpecification("FILE", expected: "a derivation file, such as Examples/heavy-ball-stationary-order2.hb")
    ],
    notes: [
      "A derivation file names the method and the model, and gives the fields in the notation of the paper:",
      "g = D[] is grad L, D[u] = Hess L u, D[u,v] = D^3 L(u,v); coefficients are exact expressions in mu, and in the",
      "per-iteration model in n and q = mu^n:",
      "  method heavy-ball",
      "  model stationary",
      "  F0 = -1/(1-mu) * g",
      "  F1 = -(1+mu)/(2*(1-mu)^3) * D[g]",
      "Every term is compared with the exact one, and the fields are run beside the method on random problems; the two",
      "judgements must agree.",
    ],
    example: { "hbcheck validate Examples/heavy-ball-stationary-order2.hb" },
    run: { arguments in
      let file = arguments.operands[0]
      let data = try InputFile.contents(of: file, limit: 1 << 19, operand: "FILE", expected: "a derivation file")
      let derivation = try Derivation(parsing: try Derivation.text(of: data, file: file), file: file)
      let processors = max(1, ProcessInfo.processInfo.activeProcessorCount)
      var settings = ValidationSettings()
      settings.seed = try arguments.seed("seed", default: settings.seed)
      settings.threads = try arguments.integer("threads", in: 1...256, default: processors)
      return ValidationReport(try Validation(derivation, settings: settings), file: file)
    })
}
