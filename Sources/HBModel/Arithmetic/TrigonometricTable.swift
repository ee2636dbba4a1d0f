// Printed by golden/elementary/constants.py. Each entry is the double nearest to a constant and the double nearest
// to the rest.

/// One table entry.
@inline(__always)
private func entry(_ high: Double, _ low: Double) -> DoubleDouble { DoubleDouble(normalizedHigh: high, low: low) }

/// The tables of the trigonometric functions.
enum TrigonometricTable {
  /// `sin(i pi/64)` for `i` in 0...32; the cosines are the sines read backwards.
  static let sines: [DoubleDouble] = [
    entry(0x0.0p0, 0x0.0p0),
    entry(0x1.91f65f10dd814p-5, -0x1.912bd0d569a90p-61),
    entry(0x1.917a6bc29b42cp-4, -0x1.e2718d26ed688p-60),
    entry(0x1.2c8106e8e613ap-3, 0x1.13000a89a11e0p-58),
    entry(0x1.8f8b83c69a60bp-3, -0x1.26d19b9ff8d82p-57),
    entry(0x1.f19f97b215f1bp-3, -0x1.42deef11da2c4p-57),
    entry(0x1.294062ed59f06p-2, -0x1.5d28da2c4612dp-56),
    entry(0x1.58f9a75ab1fddp-2, -0x1.efdc0d58cf620p-62),
    entry(0x1.87de2a6aea963p-2, -0x1.72cedd3d5a610p-57),
    entry(0x1.b5d1009e15cc0p-2, 0x1.5b362cb974183p-57),
    entry(0x1.e2b5d3806f63bp-2, 0x1.e0d891d3c6841p-58),
    entry(0x1.073879922ffeep-1, -0x1.a5a014347406cp-55),
    entry(0x1.1c73b39ae68c8p-1, 0x1.b25dd267f6600p-55),
    entry(0x1.30ff7fce17035p-1, -0x1.efcc626f74a6fp-57),
    entry(0x1.44cf325091dd6p-1, 0x1.8076a2cfdc6b3p-57),
    entry(0x1.57d69348ceca0p-1, -0x1.75720992bfbb2p-55),
    entry(0x1.6a09e667f3bcdp-1, -0x1.bdd3413b26456p-55),
    entry(0x1.7b5df226aafafp-1, -0x1.0f537acdf0ad7p-56),
    entry(0x1.8bc806b151741p-1, -0x1.2c5e12ed1336dp-55),
    entry(0x1.9b3e047f38741p-1, -0x1.30ee286712474p-55),
    entry(0x1.a9b66290ea1a3p-1, 0x1.9f630e8b6dac8p-60),
    entry(0x1.b728345196e3ep-1, -0x1.bc69f324e6d61p-55),
    entry(0x1.c38b2f180bdb1p-1, -0x1.6e0b1757c8d07p-56),
    entry(0x1.ced7af43cc773p-1, -0x1.e7b6bb5ab58aep-58),
    entry(0x1.d906bcf328d46p-1, 0x1.457e610231ac2p-56),
    entry(0x1.e212104f686e5p-1, -0x1.014c76c126527p-55),
    entry(0x1.e9f4156c62ddap-1, 0x1.760b1e2e3f81ep-55),
    entry(0x1.f0a7efb9230d7p-1, 0x1.52c7adc6b4989p-56),
    entry(0x1.f6297cff75cb0p-1, 0x1.562172a361fd3p-56),
    entry(0x1.fa7557f08a517p-1, -0x1.7a0a8ca13571fp-55),
    entry(0x1.fd88da3d12526p-1, -0x1.87df6378811c7p-55),
    entry(0x1.ff621e3796d7ep-1, -0x1.c57bc2e24aa15p-57),
    entry(0x1.0000000000000p0, 0x0.0p0),
  ]

  /// `i pi/64` for `i` in 0...32.
  static let angles: [DoubleDouble] = [
    entry(0x0.0p0, 0x0.0p0),
    entry(0x1.921fb54442d18p-5, 0x1.1a62633145c07p-59),
    entry(0x1.921fb54442d18p-4, 0x1.1a62633145c07p-58),
    entry(0x1.2d97c7f3321d2p-3, 0x1.a79394c9e8a0ap-58),
    entry(0x1.921fb54442d18p-3, 0x1.1a62633145c07p-57),
    entry(0x1.f6a7a2955385ep-3, 0x1.60fafbfd97309p-57),
    entry(0x1.2d97c7f3321d2p-2, 0x1.a79394c9e8a0ap-57),
    entry(0x1.5fdbbe9bba775p-2, 0x1.ee2c2d963a10cp-57),
    entry(0x1.921fb54442d18p-2, 0x1.1a62633145c07p-56),
    entry(0x1.c463abeccb2bbp-2, 0x1.3daeaf976e788p-56),
    entry(0x1.f6a7a2955385ep-2, 0x1.60fafbfd97309p-56),
    entry(0x1.1475cc9eedf01p-1, -0x1.3ddc5bce200bbp-55),
    entry(0x1.2d97c7f3321d2p-1, 0x1.a79394c9e8a0ap-56),
    entry(0x1.46b9c347764a4p-1, -0x1.1a900f67f753ap-55),
    entry(0x1.5fdbbe9bba775p-1, 0x1.ee2c2d963a10cp-56),
    entry(0x1.78fdb9effea47p-1, -0x1.ee8786039d373p-56),
    entry(0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55),
    entry(0x1.ab41b09886feap-1, -0x1.a7eeed374bc71p-56),
    entry(0x1.c463abeccb2bbp-1, 0x1.3daeaf976e788p-55),
    entry(0x1.dd85a7410f58dp-1, -0x1.6156546afa570p-56),
    entry(0x1.f6a7a2955385ep-1, 0x1.60fafbfd97309p-55),
    entry(0x1.07e4cef4cbd98p0, -0x1.1abdbb9ea8e6ep-56),
    entry(0x1.1475cc9eedf01p0, -0x1.3ddc5bce200bbp-54),
    entry(0x1.2106ca4910069p0, 0x1.caf6b74b6a225p-54),
    entry(0x1.2d97c7f3321d2p0, 0x1.a79394c9e8a0ap-55),
    entry(0x1.3a28c59d5433bp0, -0x1.1b19140c0c0d5p-57),
    entry(0x1.46b9c347764a4p0, -0x1.1a900f67f753ap-54),
    entry(0x1.534ac0f19860cp0, 0x1.ee4303b192da6p-54),
    entry(0x1.5fdbbe9bba775p0, 0x1.ee2c2d963a10cp-55),
    entry(0x1.6c6cbc45dc8dep0, -0x1.6d61b58c99c43p-66),
    entry(0x1.78fdb9effea47p0, -0x1.ee8786039d373p-55),
    entry(0x1.858eb79a20bb0p0, -0x1.ee70afe8446d9p-54),
    entry(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54),
  ]

  /// The first 1536 bits of the fraction `2/pi`, least significant word first.
  static let twoOverPi: [UInt64] = [
    0x06061556ca73a8c9, 0x8dffd8804d732731, 0x6599855f14a06840, 0xa9e391615ee61b08,
    0xf0cfbc209af4361d, 0x56033046fc7b6bab, 0x6bfb5fb11f8d5d08, 0x3d0739f78a5292ea,
    0x7527bac7ebe5f17b, 0x4f463f669e5fea2d, 0x6d367ecf27cb09b7, 0xef2f118b5a0a6d1f,
    0x1ff897ffde05980f, 0x9c845f8bbdf9283b, 0x3991d639835339f4, 0xe99c7026b45f7e41,
    0xe88235f52ebb4484, 0xfe1deb1cb129a73e, 0x06492eea09d1921c, 0xb7246e3a424dd2e0,
    0xfe5163abdebbc561, 0xdb6295993c439041, 0xfc2757d1f534ddc0, 0xa2f9836e4e441529,
  ]
}
