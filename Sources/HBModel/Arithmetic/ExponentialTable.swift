// Printed by golden/elementary/constants.py. Each entry is the double nearest to a constant and the double nearest
// to the rest.

/// One table entry.
@inline(__always)
private func entry(_ high: Double, _ low: Double) -> DoubleDouble { DoubleDouble(normalizedHigh: high, low: low) }

/// The tables of the exponential and the logarithm.
///
/// Both hold powers of two less one, so that the functions near their zeros keep their relative accuracy.
enum ExponentialTable {
  /// `2^(i/32) - 1` for `i` in -16...16.
  static let coarsePowers: [DoubleDouble] = [
    entry(-0x1.2bec333018867p-2, 0x1.08b2fb1366ea9p-57),
    entry(-0x1.1c1142e274118p-2, -0x1.16e4786887a99p-56),
    entry(-0x1.0bdd71829fcf2p-2, -0x1.41577ee04992fp-56),
    entry(-0x1.f69d99accc7b6p-3, 0x1.59f115f566940p-58),
    entry(-0x1.d4c6af7557c93p-3, 0x1.ba7c55a192c9cp-57),
    entry(-0x1.b23213cc8e86cp-3, -0x1.75fc781b57ebcp-58),
    entry(-0x1.8edb9f5703dc0p-3, 0x1.c7c46b071f2bep-57),
    entry(-0x1.6abf137076a8ep-3, 0x1.684892395f0f8p-58),
    entry(-0x1.45d819a94b14bp-3, 0x1.e8734d1773206p-57),
    entry(-0x1.20224341286e4p-3, -0x1.5584f7e54ac3bp-57),
    entry(-0x1.f332113d56b1fp-4, 0x1.1065895048dd3p-60),
    entry(-0x1.a46f918837cb7p-4, -0x1.5f8685c2d6c49p-58),
    entry(-0x1.53f391822dbc7p-4, 0x1.76816bad9b837p-59),
    entry(-0x1.01b466423250ap-4, -0x1.a5cd4f184b5b9p-59),
    entry(-0x1.5b505d5b6f268p-5, 0x1.63dce863d76ccp-59),
    entry(-0x1.5f134923757f3p-6, -0x1.60f6913af3a8ap-62),
    entry(0x0.0p0, 0x0.0p0),
    entry(0x1.66c34c5615d0fp-6, -0x1.183ab7149735cp-60),
    entry(0x1.6ab0d9f3121ecp-5, 0x1.4c5c95b8c2155p-59),
    entry(0x1.1301d0125b50ap-4, 0x1.3aefc6bb64c63p-58),
    entry(0x1.72b83c7d517aep-4, -0x1.9041b9d78a75bp-59),
    entry(0x1.d4873168b9aa8p-4, -0x1.fe91ff5d9bc3ep-58),
    entry(0x1.1c3d373ab11c3p-3, 0x1.b07eb6c70572dp-58),
    entry(0x1.4f4efa8fef709p-3, 0x1.84ba2beb44954p-57),
    entry(0x1.837f0518db8a9p-3, 0x1.bd1ab48c60b91p-57),
    entry(0x1.b8d39b9d54e55p-3, 0x1.c51540bd151e6p-58),
    entry(0x1.ef5326091a112p-3, -0x1.497dbb83d8512p-57),
    entry(0x1.13821818624b4p-2, 0x1.89b7a04ef80d0p-59),
    entry(0x1.2ff6b54d8a89cp-2, 0x1.d4397afec42e2p-56),
    entry(0x1.4d0ad5a753e07p-2, 0x1.f0a83c49d86a6p-56),
    entry(0x1.6ac1f752150a5p-2, 0x1.8c93015191eb3p-56),
    entry(0x1.891fac0e95613p-2, -0x1.c1e0bf205a4b8p-57),
    entry(0x1.a827999fcef32p-2, 0x1.08b2fb1366ea9p-56),
  ]

  /// `2^(i/1024) - 1` for `i` in -16...16.
  static let finePowers: [DoubleDouble] = [
    entry(-0x1.60f9f985bc9f4p-7, -0x1.6f5818b4d9c3ep-61),
    entry(-0x1.4b06fa44f2b09p-7, 0x1.f898e9f7c144ep-61),
    entry(-0x1.35102cfd16af5p-7, -0x1.dadf80081b126p-64),
    entry(-0x1.1f15910550bb8p-7, -0x1.a0bc4b0002a92p-61),
    entry(-0x1.091725b4abb06p-7, -0x1.677315098eb59p-61),
    entry(-0x1.e629d4c42a3eep-8, 0x1.6a67e467f31a2p-63),
    entry(-0x1.ba1dbcc8ba96ap-8, -0x1.a7079f5d3e279p-63),
    entry(-0x1.8e0a02246e45bp-8, -0x1.2fe7a4397bd26p-62),
    entry(-0x1.61eea3847077bp-8, -0x1.148b699a8618bp-62),
    entry(-0x1.35cb9f95b19c2p-8, -0x1.f051377d6db14p-63),
    entry(-0x1.09a0f504e75c3p-8, -0x1.7729ab07d6c28p-62),
    entry(-0x1.badd44fd19214p-9, 0x1.737db6e112d2bp-63),
    entry(-0x1.62694d5dc26ebp-9, -0x1.67f22ef408739p-63),
    entry(-0x1.09e60083d4d31p-9, -0x1.724e3eeff99e2p-63),
    entry(-0x1.62a6b78dc944cp-10, 0x1.9f3a1b48fb94cp-64),
    entry(-0x1.62c571f840f7ap-11, -0x1.62303a8ff6821p-67),
    entry(0x0.0p0, 0x0.0p0),
    entry(0x1.6302f17467628p-11, 0x1.b486ff22688e8p-66),
    entry(0x1.6321b687027a8p-10, 0x1.ff19d294cf2f6p-64),
    entry(0x1.0a705f5df063bp-9, 0x1.49fc841afba9cp-63),
    entry(0x1.635f4b5797dacp-9, 0x1.29ab13ec11dc9p-64),
    entry(0x1.bc5da1dc1e9ecp-9, -0x1.ab13a069914e8p-67),
    entry(0x1.0ab5b2cbd1170p-8, 0x1.d0660524e0875p-62),
    entry(0x1.37444c9b5b4edp-8, 0x1.254527a25db82p-62),
    entry(0x1.63da9fb33356ep-8, -0x1.ed665473248c8p-62),
    entry(0x1.9078ad6a19ef0p-8, -0x1.1dfea2857f2aep-65),
    entry(0x1.bd1e77170b416p-8, -0x1.89d99de14a550p-64),
    entry(0x1.e9cbfe113eec8p-8, -0x1.1f5239bf53559p-63),
    entry(0x1.0b40a1d81406dp-7, 0x1.033bc0eac529ap-61),
    entry(0x1.219f24a5baa5ap-7, -0x1.4aa16278aa31cp-62),
    entry(0x1.3801881d886f8p-7, -0x1.05dea36c3afb4p-61),
    entry(0x1.4e67cceb90503p-7, -0x1.b34456fd35d8bp-62),
    entry(0x1.64d1f3bc03077p-7, 0x1.bdf2b293de8a7p-62),
  ]
}
