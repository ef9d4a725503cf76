import AtlasModel
import CSampling

/// The inner loops of sampling in C, with the vector instructions that the machine has.
///
/// The same bits as `SwiftSampleKernel`, which is the reference; see `DECISIONS.md` for what it wins. Steps
/// have the same layout in both languages, which a test holds.
struct MachineSampleKernel: SampleKernel {
  func supplies(
    _ steps: UnsafeBufferPointer<SupplyStep>, nodes: UnsafePointer<Float>, block: Int,
    rows: UnsafeMutablePointer<Float>
  ) {
    steps.withMemoryRebound(to: cs_supply_step.self) {
      cs_supplies($0.baseAddress, $0.count, nodes, block, rows)
    }
  }

  func limits(
    _ steps: UnsafeBufferPointer<LimitStep>, rows: UnsafePointer<Float>,
    words: UnsafeMutablePointer<UInt64>
  ) {
    steps.withMemoryRebound(to: cs_limit_step.self) {
      cs_limits($0.baseAddress, $0.count, rows, words)
    }
  }

  func ladders(
    _ steps: UnsafeBufferPointer<LadderStep>, supplies: UnsafePointer<Float>,
    draws: UnsafePointer<Float>, losses: UnsafeMutablePointer<Float>
  ) {
    steps.withMemoryRebound(to: cs_ladder_step.self) {
      cs_ladders($0.baseAddress, $0.count, supplies, draws, losses)
    }
  }

  func rows(
    _ steps: UnsafeBufferPointer<RowStep>, draws: UnsafePointer<Float>,
    bits: UnsafePointer<UInt64>, losses: UnsafeMutablePointer<Float>
  ) {
    steps.withMemoryRebound(to: cs_row_step.self) {
      cs_rows($0.baseAddress, $0.count, draws, bits, losses)
    }
  }

  func fits(
    _ steps: UnsafeBufferPointer<SumStep>, joins: UnsafePointer<JoinStep>,
    draws: UnsafePointer<Float>, link: UnsafePointer<Float>?, losses: UnsafePointer<Float>,
    sums: UnsafeMutablePointer<Float>, limits: UnsafeBufferPointer<Float>,
    words: UnsafeMutablePointer<UInt64>, values: UnsafeMutablePointer<Float>?
  ) {
    steps.withMemoryRebound(to: cs_sum_step.self) { steps in
      joins.withMemoryRebound(to: cs_join_step.self, capacity: 1) {
        cs_fits(
          steps.baseAddress, steps.count, $0, draws, link, losses, sums, limits.baseAddress,
          limits.count, words, values)
      }
    }
  }

  func uniforms(_ origin: UInt64, block: Int, row: UnsafeMutablePointer<Float>) {
    cs_uniforms(origin, block, row)
  }

  func quantiles(
    _ origin: UInt64, block: Int, nodes: UnsafeBufferPointer<Float>,
    row: UnsafeMutablePointer<Float>
  ) {
    cs_quantiles(origin, block, nodes.baseAddress, nodes.count, row)
  }

  func caps(
    _ steps: UnsafeBufferPointer<CapStep>, words: UnsafePointer<UInt64>,
    bits: UnsafePointer<UInt64>, sets: UnsafePointer<Int32>, masks: UnsafePointer<SIMD4<UInt64>>,
    caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    steps.withMemoryRebound(to: cs_cap_step.self) { steps in
      masks.withMemoryRebound(to: UInt64.self, capacity: 4) { masks in
        caps.withMemoryRebound(to: UInt64.self, capacity: 4) {
          cs_caps(steps.baseAddress, steps.count, words, bits, sets, masks, $0)
        }
      }
    }
  }

  func groups(
    _ steps: UnsafeBufferPointer<GroupStep>, list: UnsafePointer<Int32>, policy: Int,
    caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    steps.withMemoryRebound(to: cs_group_step.self) { steps in
      caps.withMemoryRebound(to: UInt64.self, capacity: 4) {
        cs_groups(steps.baseAddress, steps.count, list, policy, $0)
      }
    }
  }

  func classes(
    _ steps: UnsafeBufferPointer<PairStep>, list: UnsafePointer<Int32>,
    caps: UnsafePointer<SIMD4<UInt64>>, used: UInt64, classes: UnsafeMutablePointer<UInt64>?,
    counts: UnsafeMutablePointer<UInt64>
  ) {
    steps.withMemoryRebound(to: cs_pair_step.self) { steps in
      caps.withMemoryRebound(to: UInt64.self, capacity: 4) {
        cs_classes(steps.baseAddress, steps.count, list, $0, used, classes, counts)
      }
    }
  }

  func tops(
    _ steps: UnsafeBufferPointer<TopStep>, losses: UnsafePointer<Float>,
    needs: UnsafePointer<Float>, needShare: Float, classes: UnsafePointer<UInt64>,
    keys: UnsafeMutablePointer<Float>, places: UnsafeMutablePointer<Int32>
  ) {
    steps.withMemoryRebound(to: cs_top_step.self) {
      cs_tops($0.baseAddress, $0.count, losses, needs, needShare, classes, keys, places)
    }
  }

  func means(
    _ steps: UnsafeBufferPointer<MeanStep>, list: UnsafePointer<Int32>,
    rows: UnsafePointer<Float>, means: UnsafeMutablePointer<Float>
  ) {
    steps.withMemoryRebound(to: cs_mean_step.self) {
      cs_means($0.baseAddress, $0.count, list, rows, means)
    }
  }

  func above(_ row: UnsafePointer<Float>, _ limits: SIMD4<Float>) -> SIMD4<UInt64> {
    Self.words(row, limits, cs_above)
  }

  func below(_ row: UnsafePointer<Float>, _ limits: SIMD4<Float>) -> SIMD4<UInt64> {
    Self.words(row, limits, cs_below)
  }

  @inline(__always)
  private static func words(
    _ row: UnsafePointer<Float>, _ limits: SIMD4<Float>,
    _ compare: (
      UnsafePointer<Float>?, UnsafePointer<Float>?, UnsafeMutablePointer<UInt64>?
    ) -> Void
  ) -> SIMD4<UInt64> {
    var words = SIMD4<UInt64>()
    withUnsafePointer(to: limits) { limits in
      withUnsafeMutablePointer(to: &words) { words in
        limits.withMemoryRebound(to: Float.self, capacity: 4) { limits in
          words.withMemoryRebound(to: UInt64.self, capacity: 4) { compare(row, limits, $0) }
        }
      }
    }
    return words
  }

  func ranks(
    _ rows: UnsafePointer<Float>, chosen: UnsafeBufferPointer<Int32>, limits: SIMD4<Float>,
    words: UnsafeMutablePointer<UInt64>
  ) {
    withUnsafePointer(to: limits) { limits in
      limits.withMemoryRebound(to: Float.self, capacity: 4) {
        cs_ranks(rows, chosen.baseAddress, chosen.count, $0, words)
      }
    }
  }
}
