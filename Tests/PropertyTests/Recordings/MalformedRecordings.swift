import Testing

/// A text that is no recording, and what must be said of it.
struct MalformedRecording: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let line: Int
  let column: Int
  let found: String
  let expected: String

  var testDescription: String { name }

  init(_ name: String, _ text: String, _ line: Int, _ column: Int, found: String, expected: String) {
    self.name = name
    self.text = text
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
  }

  private static let header = "the header n,x1,x2,..."
  private static let whole = "the number of an iteration, a whole number from 0 to 262144"
  private static let finite = "a finite decimal number such as -0.75 or 1e-3"

  static let all: [MalformedRecording] = [
    .init("empty", "", 1, 1, found: "the end of the file", expected: header),
    .init("only comments", "# a\n# b\n", 3, 1, found: "the end of the file", expected: header),
    .init("only blanks", "  \n\t\n", 3, 1, found: "the end of the file", expected: header),
    .init("no header", "0,1\n1,0.9\n", 1, 1, found: "'0'", expected: header),
    .init("header in capitals", "N,x1\n", 1, 1, found: "'N'", expected: header),
    .init("header without n", "x1,x2\n", 1, 1, found: "'x1'", expected: header),
    .init("header in quotes", "\"n\",\"x1\"\n", 1, 1, found: "'\"n\"'", expected: header),
    .init("header with semicolons", "n;x1\n0;1\n", 1, 1, found: "'n;x1'", expected: header),
    .init("header with n alone", "n\n0\n1\n", 1, 2, found: "the end of the line", expected: "',x1' of \(header)"),
    .init("header from x0", "n,x0,x1\n", 1, 3, found: "'x0'", expected: "the column 'x1' of \(header)"),
    .init("header with a gap", "n,x1,x3\n", 1, 6, found: "'x3'", expected: "the column 'x2' of \(header)"),
    .init("header with a loss", "n,x1,loss\n", 1, 6, found: "'loss'", expected: "the column 'x2' of \(header)"),
    .init("header with an empty name", "n,x1,\n", 1, 6, found: "nothing", expected: "the column 'x2' of \(header)"),
    .init("header twice", "n,x1\nn,x1\n", 2, 1, found: "'n'", expected: whole),
    .init(
      "header with 65 coordinates", "n," + (1...65).map { "x\($0)" }.joined(separator: ",") + "\n", 1, 250,
      found: "65 coordinates", expected: "at most 64"),
    .init("no row", "n,x1\n", 2, 1, found: "no row", expected: "at least two recorded iterations"),
    .init("one row", "n,x1\n0,1\n", 3, 1, found: "only one row", expected: "at least two recorded iterations"),
    .init("too few columns", "n,x1,x2\n0,1\n", 2, 4, found: "2 columns", expected: "3, as the header has"),
    .init("one column", "n,x1\n0\n", 2, 2, found: "1 column", expected: "2, as the header has"),
    .init("too many columns", "n,x1\n0,1,2\n", 2, 5, found: "3 columns", expected: "2, as the header has"),
    .init("a comma at the end", "n,x1\n0,1,\n", 2, 5, found: "3 columns", expected: "2, as the header has"),
    .init("blanks between columns", "n x1\n", 1, 1, found: "'n x1'", expected: header),
    .init("a row cut short", "n,x1,x2\n0,1,1\n1,0.9", 3, 6, found: "2 columns", expected: "3, as the header has"),
    .init("iteration missing", "n,x1\n,1\n", 2, 1, found: "nothing", expected: whole),
    .init("iteration negative", "n,x1\n-1,1\n", 2, 1, found: "'-1'", expected: whole),
    .init("iteration with a fraction", "n,x1\n0.5,1\n", 2, 1, found: "'0.5'", expected: whole),
    .init("iteration with a point", "n,x1\n0.0,1\n", 2, 1, found: "'0.0'", expected: whole),
    .init("iteration too large", "n,x1\n262145,1\n", 2, 1, found: "'262145'", expected: whole),
    .init(
      "iteration beyond 64 bits", "n,x1\n99999999999999999999,1\n", 2, 1, found: "'99999999999999999999'",
      expected: whole),
    .init("iteration a word", "n,x1\nzero,1\n", 2, 1, found: "'zero'", expected: whole),
    .init(
      "iteration repeated", "n,x1\n0,1\n0,1\n", 3, 1, found: "iteration 0 after iteration 0",
      expected: "ascending numbers of iterations"),
    .init(
      "iterations descending", "n,x1\n0,1\n5,1\n4,1\n", 4, 1, found: "iteration 4 after iteration 5",
      expected: "ascending numbers of iterations"),
    .init("a value missing", "n,x1,x2\n0,,1\n", 2, 3, found: "nothing", expected: finite),
    .init("a value of blanks", "n,x1\n0,  \n", 2, 5, found: "nothing", expected: finite),
    .init("nan", "n,x1\n0,1\n1,nan\n", 3, 3, found: "'nan'", expected: finite),
    .init("NaN", "n,x1\n0,1\n1,NaN\n", 3, 3, found: "'NaN'", expected: finite),
    .init("-nan", "n,x1\n0,1\n1,-nan\n", 3, 3, found: "'-nan'", expected: finite),
    .init("inf", "n,x1\n0,1\n1,inf\n", 3, 3, found: "'inf'", expected: finite),
    .init("-Infinity", "n,x1\n0,1\n1,-Infinity\n", 3, 3, found: "'-Infinity'", expected: finite),
    .init("too large", "n,x1\n0,1\n1,1e999\n", 3, 3, found: "'1e999'", expected: finite),
    .init("a fraction", "n,x1\n0,1/2\n", 2, 4, found: "'/2'", expected: "a decimal number, no fraction"),
    .init("a word", "n,x1\n0,one\n", 2, 3, found: "'one'", expected: "a sign or a digit"),
    .init("a number with a word", "n,x1\n0,1.5abc\n", 2, 6, found: "'abc'", expected: "the end of the number"),
    .init("two points", "n,x1\n0,1.5.2\n", 2, 6, found: "'.2'", expected: "the end of the number"),
    .init("a point without digits", "n,x1\n0,1.\n", 2, 5, found: "nothing", expected: "a digit"),
    .init("no digit before the point", "n,x1\n0,.5\n", 2, 3, found: "'.5'", expected: "a sign or a digit"),
    .init("an exponent without digits", "n,x1\n0,1e\n", 2, 5, found: "nothing", expected: "a sign or a digit"),
    .init("a sign alone", "n,x1\n0,-\n", 2, 3, found: "'-'", expected: finite),
    .init("two signs", "n,x1\n0,--1\n", 2, 4, found: "'-1'", expected: "a digit"),
    .init("a decimal comma", "n,x1\n0,1,5\n", 2, 5, found: "3 columns", expected: "2, as the header has"),
    .init("hexadecimal", "n,x1\n0,0x1p-3\n", 2, 4, found: "'x1p-3'", expected: "the end of the number"),
    .init("a tensor", "n,x1\n0,tensor(1.0)\n", 2, 3, found: "'tensor(1.0)'", expected: "a sign or a digit"),
    .init("a number in quotes", "n,x1\n0,\"1.0\"\n", 2, 3, found: "'\"1.0\"'", expected: "a sign or a digit"),
    .init("a separator of thousands", "n,x1\n0,1_000\n", 2, 4, found: "'_000'", expected: "the end of the number"),
    .init("a complex number", "n,x1\n0,1+2j\n", 2, 4, found: "'+2j'", expected: "the end of the number"),
    .init(
      "a long number", "n,x1\n0," + String(repeating: "1", count: 401) + "\n", 2, 3,
      found: "a number of 401 characters", expected: "at most 400"),
    .init(
      "a long word", "n,x1\n0," + String(repeating: "a", count: 50) + "\n", 2, 3,
      found: "'" + String(repeating: "a", count: 30) + "...'", expected: "a sign or a digit"),
    .init(
      "a byte that is no text", "n,x1\n0,1\u{0}\n", 2, 4, found: "the byte 0x00",
      expected: "plain text: numbers with commas between them"),
    .init(
      "a minus that is none", "n,x1\n0,−1\n", 2, 3, found: "the byte 0xE2",
      expected: "plain text: numbers with commas between them"),
    .init(
      "a table of another form", "PK\u{3}\u{4}\n", 1, 3, found: "the byte 0x03",
      expected: "plain text: numbers with commas between them"),
    .init("a comment after a row", "n,x1\n0,1 # start\n", 2, 4, found: "' # start'", expected: "the end of the number"),
    .init(
      "lines of an old machine", "n,x1\r0,1\r0,1\r", 3, 1, found: "iteration 0 after iteration 0",
      expected: "ascending numbers of iterations"),
    .init(
      "lines of another machine", "n,x1\r\n0,1\r\n0,1\r\n", 3, 1, found: "iteration 0 after iteration 0",
      expected: "ascending numbers of iterations"),
  ]
}
