import PropCheck

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Cases in a second of a property that does nothing with an integer and a list of up to twenty, on one thread, and the
/// memory of the process, which does not grow with the cases.
struct ThroughputTable {
  func printed() {
    let property = Property("trivial", zip(.int, Generator<[Int]>.array(of: .int, count: 0...20))) { value, _ in
      value.1.count <= 20 ? .passed : .failed("length", "too long")
    }
    print("\nThroughput of a trivial property over (Int, [Int]), one thread\n")
    var rows = [["cases", "seconds", "cases a second", "largest memory so far"]]
    for power in 3...7 {
      let cases = (0..<power).reduce(1) { product, _ in product * 10 }
      let time = ContinuousClock().measure { _ = check(property, settings: Settings(cases: cases)) }
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
      let rounded = (seconds * 1000).rounded() / 1000
      rows.append(["\(cases)", "\(rounded)", "\(Int(Double(cases) / seconds))", "\(megabytes) MB"])
    }
    rows.append(["others", "", "swift-property-based 71000 to 160000, SwiftCheck 4000 to 90000, Hypothesis 1000", ""])
    printColumns(rows)
  }

  /// The most memory that the process has had.
  private var megabytes: Double {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    #if canImport(Darwin)
      let bytes = Double(usage.ru_maxrss)
    #else
      let bytes = Double(usage.ru_maxrss) * 1024
    #endif
    return (bytes / 100_000).rounded() / 10
  }
}
