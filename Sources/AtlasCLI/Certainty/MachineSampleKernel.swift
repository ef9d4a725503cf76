import AtlasModel
import CSampling

/// The inner loops of sampling in C, with the vector instructions that the machine has.
///
/// The same bits as `SwiftSampleKernel`, which is the reference; see `DECISIONS.md` for what it wins. Steps
/// have the same layout in both languages, which a test holds.
struct MachineSampleKernel: SampleKernel {
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
    losses: UnsafeMutablePointer<Float>
  ) {
    steps.withMemoryRebound(to: cs_row_step.self) {
      cs_rows($0.baseAddress, $0.count, draws, losses)
    }
  }

  func sums(
    _ steps: UnsafeBufferPointer<SumStep>, draws: UnsafePointer<Float>,
    losses: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>
  ) {
    steps.withMemoryRebound(to: cs_sum_step.self) {
      cs_sums($0.baseAddress, $0.count, draws, losses, sums)
    }
  }

  func joins(
    _ steps: UnsafeBufferPointer<JoinStep>, link: UnsafePointer<Float>?,
    sums: UnsafePointer<Float>, limits: UnsafeBufferPointer<Float>,
    words: UnsafeMutablePointer<UInt64>, values: UnsafeMutablePointer<Float>?
  ) {
    steps.withMemoryRebound(to: cs_join_step.self) {
      cs_joins(
        $0.baseAddress, $0.count, link, sums, limits.baseAddress, limits.count, words, values)
    }
  }

  func quantiles(
    _ origin: UInt64, block: Int, nodes: UnsafeBufferPointer<Float>,
    row: UnsafeMutablePointer<Float>
  ) {
    cs_quantiles(origin, block, nodes.baseAddress, nodes.count, row)
  }

  func flags(
    _ steps: UnsafeBufferPointer<FlagStep>, bits: UnsafePointer<UInt64>,
    caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    steps.withMemoryRebound(to: cs_flag_step.self) { steps in
      caps.withMemoryRebound(to: UInt64.self, capacity: 4) {
        cs_flags(steps.baseAddress, steps.count, bits, $0)
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
    caps: UnsafePointer<SIMD4<UInt64>>, used: UInt64, classes: UnsafeMutablePointer<UInt64>,
    counts: UnsafeMutablePointer<Int32>
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
