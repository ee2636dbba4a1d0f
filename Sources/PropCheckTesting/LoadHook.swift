#if os(Linux)
  // The loader calls what this section points to before anything else: only so can a run in which a filter left
  // no property at all still be noticed.
  @section(".init_array") @used
  private let arrangeReplayCheck: @convention(c) () -> Void = { ReplayLedger.arrange() }
#elseif canImport(Darwin)
  @section("__DATA,__mod_init_func") @used
  private let arrangeReplayCheck: @convention(c) () -> Void = { ReplayLedger.arrange() }
#endif
