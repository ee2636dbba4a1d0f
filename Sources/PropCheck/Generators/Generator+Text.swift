extension Generator where Value == Character {
  /// Characters: letters, digits and punctuation, now and then others; `a` is the simplest.
  public static var character: Generator {
    .weighted([(8, .element(of: plain)), (1, .element(of: unusual))])
  }

  /// Letters a to z; `a` is the simplest.
  public static var letter: Generator { .element(of: Array(plain.prefix(26))) }

  private static var plain: [Character] {
    Array("abcdefghijklmnopqrstuvwxyz0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ.,-_+*/()[]{}<>=!?:;'\"\\#%&@$^~`|")
  }

  /// Control characters, composed and right-to-left ones, those outside the basic plane.
  private static var unusual: [Character] {
    [
      "\n", "\t", "\r\n", "\0", "\u{7F}", "é", "e\u{301}", "ß", "İ", "Ω", "ж", "中", "א", "\u{200B}", "\u{FEFF}", "😀",
      "👨‍👩‍👧",
    ]
  }
}

extension Generator where Value == String {
  /// Strings of drawn characters; shorter ones are simpler.
  ///
  /// - Parameters:
  ///   - character: draws each character.
  ///   - count: how many characters there may be.
  public static func string(
    of character: Generator<Character> = .character, count: ClosedRange<Int> = 0...20
  ) -> Generator {
    Generator<[Character]>.array(of: character, count: count).map { String($0) }
  }

  /// Strings of up to 20 characters.
  public static var string: Generator { string() }
}
