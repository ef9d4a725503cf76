import AtlasReport
import Synchronization

/// What was said lately in another language: a screen says most of its texts again at every key.
///
/// Forgets everything at once when it is full, so that it never grows beyond some thousand texts.
final class LatelySaid: SaidTexts {
  private static let most = 8_000
  private let texts = Mutex<[String: String]>([:])

  func said(_ text: String) -> String? { texts.withLock { $0[text] } }

  func keep(_ said: String, for text: String) {
    texts.withLock { kept in
      if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
      kept[text] = said
    }
  }
}
