import AtlasModel
import Glibc

/// Draws many countries, on as many threads as the machine has processors.
///
/// Each country is drawn alone, so that the numbers are the same on one thread or several.
enum WorldSampler {
  /// What threads share: each takes the next country that nobody has taken.
  private final class Work: @unchecked Sendable {
    let sampler: VerdictSampler
    let countries: [Int]
    var results: [[VerdictShares]]
    var next = 0
    var done = 0
    var lock = pthread_mutex_t()

    init(_ sampler: VerdictSampler, _ countries: [Int]) {
      self.sampler = sampler
      self.countries = countries
      results = Array(repeating: [], count: countries.count)
      pthread_mutex_init(&lock, nil)
    }

    deinit { pthread_mutex_destroy(&lock) }

    /// Takes a country; nil where all are taken.
    func take() -> Int? {
      pthread_mutex_lock(&lock)
      defer { pthread_mutex_unlock(&lock) }
      guard next < countries.count else { return nil }
      next += 1
      return next - 1
    }

    func keep(_ shares: [VerdictShares], at place: Int) {
      pthread_mutex_lock(&lock)
      results[place] = shares
      done += 1
      pthread_mutex_unlock(&lock)
    }

    func work(_ step: () -> Void = {}) {
      let worker = SampleSession(sampler)
      while let place = take() {
        keep(worker.shares(country: countries[place]), at: place)
        step()
      }
    }
  }

  /// Shares of the classes for every good in some countries, country by country.
  ///
  /// - Parameters:
  ///   - sampler: The goods and choices.
  ///   - countries: Positions of the countries.
  ///   - threads: How many threads; nil for one a processor.
  static func shares(
    _ sampler: VerdictSampler, countries: [Int], threads: Int? = nil
  ) -> [[VerdictShares]] {
    let work = Work(sampler.keepingDraws, countries)
    let count = max(1, min(threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 16))
    var progress = Progress("countries", total: countries.count, isQuiet: true)
    var others: [pthread_t] = []
    for _ in 1..<max(count, 1) where countries.count > 8 {
      var thread = pthread_t()
      let argument = Unmanaged.passRetained(work)
      let failure = pthread_create(
        &thread, nil,
        { argument in
          if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().work() }
          return nil
        }, argument.toOpaque())
      if failure == 0 { others.append(thread) } else { argument.release() }
    }
    work.work { progress.reach(work.done, "drawing") }
    for thread in others { pthread_join(thread, nil) }
    progress.end()
    return work.results
  }
}
