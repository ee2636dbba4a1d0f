import Foundation
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

@testable import HBReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Collects the text of an XML document.
final class TextCollector: NSObject, XMLParserDelegate {
  private(set) var text = ""
  private(set) var attributes: [String: String] = [:]

  func parser(_: XMLParser, foundCharacters string: String) { text += string }
  func parser(
    _: XMLParser, didStartElement _: String, namespaceURI _: String?, qualifiedName _: String?,
    attributes all: [String: String]
  ) { attributes.merge(all) { $1 } }

  /// What a parser makes of `xml`; nil where it is not well-formed.
  static func reading(_ xml: String) -> TextCollector? {
    let parser = XMLParser(data: Data(xml.utf8))
    let collector = TextCollector()
    parser.delegate = collector
    return parser.parse() ? collector : nil
  }
}

@Suite(.propertyTesting) struct MarkupTests {
  @Test func `any text comes back from what is written, without characters that XML has no place for`() {
    forAll(.string) { text in
      let element = Markup("p", ["title": text], text: text)
      let read = TextCollector.reading(element.description)
      let kept = String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter { scalar in
            let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
            return !isControl && !(0x7F...0x9F).contains(scalar.value) && scalar.value & 0xFFFE != 0xFFFE
          }))
      #expect(read?.text == kept)
      // XML reads a line break or a tab in an attribute as a blank.
      let blank = kept.replacing("\n", with: " ").replacing("\t", with: " ")
      #expect(read?.attributes["title"] == blank)
    }
  }

  @Test func `markup in a text stays text`() {
    #expect(
      Markup("p", ["class": "a\"b"], text: "1 < 2 & \"so\" > \u{0}0").description
        == "<p class=\"a&quot;b\">1 &lt; 2 &amp; &quot;so&quot; &gt; 0</p>")
    #expect(Markup("path", ["d": "M0 0"]).description == "<path d=\"M0 0\" />")
    #expect(Markup("script").description == "<script></script>")
  }

  @Test func `a table is a file that reads back`() {
    let table = DataTable(["name", "x"], rows: [["a,b", "1"], ["say \"so\"\nthen", "-2e-5"]])
    #expect(table.csv == "name,x\n\"a,b\",1\n\"say \"\"so\"\"\nthen\",-2e-5\n")
    let payload = table.link.dropFirst("data:text/csv;charset=utf-8,".count)
    #expect(String(payload).removingPercentEncoding == table.csv)
    #expect(payload.allSatisfy { $0.isASCII && !"\"<>& \n#".contains($0) })
  }

  @Test func `a long table shows some rows and says so, and its numbers are short`() {
    let rows = (0..<100).map { ["\($0)", "0.12345678901234"] }
    let text = DataTable(["n", "x"], rows: rows).markup(caption: "Data").description
    #expect(text.contains("Data (34 of 100 rows; the file has them all)"))
    #expect(text.components(separatedBy: "<tr").count - 1 == 35)
    #expect(text.contains("<td class=\"num\">99</td><td class=\"num\">0.12346</td>"))
  }

  @Test func `formulas in a text have raised exponents and lowered indices`() {
    func set(_ text: String) -> String {
      var element = Markup("span")
      element.content = FormulaText.content(text)
      return element.description.replacing("<span>", with: "").replacing("</span>", with: "")
    }
    #expect(set("falls like h^(k+1)") == "falls like h<sup>k+1</sup>")
    #expect(set("-(f_{n,k+1} - mu f_{n-1,k+1})") == "-(f<sub>n,k+1</sub> - μ f<sub>n−1,k+1</sub>)")
    #expect(set("s/((e^s-1)(1-mu e^-s))") == "s/((e<sup>s</sup>-1)(1-μ e<sup>−s</sup>))")
    #expect(set("b(t) at 1/mu is -mu^|t| b(t)") == "b(t) at 1/μ is -μ<sup>|t|</sup> b(t)")
    #expect(
      set("int r_i^2 dt over |x_i - x_{i-1}|^2")
        == "int r<sub>i</sub><sup>2</sup> dt over |x<sub>i</sub> - x<sub>i−1</sub>|<sup>2</sup>")
    #expect(set("X theta = y, beta_n") == "X θ = y, β<sub>n</sub>")
    // What is no formula stays as it is.
    for text in ["mutants, simultaneous", "a ^ b", "h^(k", "_x", "h^", "<b>"] {
      #expect(set(text) == Markup.escaped(text))
    }
  }
}
