/// A mitigation that a person can take.
public struct Measure: Sendable, Equatable {
  /// Stable id, such as `dd-voice`.
  public var id: String
  /// Risk family: digital-divide, remote-area, security, privacy, capacity, lock-in, harm.
  public var risk: String
  /// Short title.
  public var title: String
  /// What to do.
  public var action: String
  /// Lowest severity at which to offer it.
  public var fromSeverity: Severity
  /// low, medium or high.
  public var effort: String
  /// Who does it.
  public var owner: String
  /// Id of the phase by which it must stand.
  public var phase: String
  /// Hint of when it applies, such as `internetUse<60`.
  public var trigger: String
  /// Page that documents the practice.
  public var address: String

  /// Makes a measure.
  public init(
    id: String, risk: String, title: String, action: String, fromSeverity: Severity,
    effort: String, owner: String, phase: String, trigger: String, address: String
  ) {
    self.id = id
    self.risk = risk
    self.title = title
    self.action = action
    self.fromSeverity = fromSeverity
    self.effort = effort
    self.owner = owner
    self.phase = phase
    self.trigger = trigger
    self.address = address
  }
}

/// A building block of digital public infrastructure or an enabler of one.
public struct BuildingBlock: Sendable, Equatable {
  /// Stable id.
  public var id: String
  /// Name.
  public var name: String
  /// enabler, foundation, shared or service.
  public var tier: String
  /// What it does.
  public var role: String
  /// Well-known open examples, not endorsements.
  public var examples: [String]
  /// Page that documents it.
  public var address: String

  /// Makes a block.
  public init(
    id: String, name: String, tier: String, role: String, examples: [String], address: String
  ) {
    self.id = id
    self.name = name
    self.tier = tier
    self.role = role
    self.examples = examples
    self.address = address
  }
}

/// A dependency between two building blocks.
public struct BlockLink: Sendable, Equatable {
  /// The block that needs.
  public var block: String
  /// The block that is needed.
  public var needs: String
  /// requires or improves.
  public var kind: String
  /// Reason.
  public var why: String
  /// published, derived, assumption or proposal.
  public var basis: String
  /// Page that documents it.
  public var address: String

  /// Makes a link.
  public init(
    block: String, needs: String, kind: String, why: String, basis: String, address: String
  ) {
    self.block = block
    self.needs = needs
    self.kind = kind
    self.why = why
    self.basis = basis
    self.address = address
  }
}

/// A phase of an adoption.
public struct Phase: Sendable, Equatable {
  /// Stable id.
  public var id: String
  /// Position, from 1.
  public var order: Int
  /// Name.
  public var name: String
  /// Other names of the phase.
  public var alsoCalled: [String]
  /// What it is for.
  public var goal: String
  /// Typical duration in words.
  public var duration: String
  /// Basis of the duration.
  public var durationBasis: String

  /// Makes a phase.
  public init(
    id: String, order: Int, name: String, alsoCalled: [String], goal: String, duration: String,
    durationBasis: String
  ) {
    self.id = id
    self.order = order
    self.name = name
    self.alsoCalled = alsoCalled
    self.goal = goal
    self.duration = duration
    self.durationBasis = durationBasis
  }
}

/// A checkable condition to leave a phase.
public struct Gate: Sendable, Equatable {
  /// Stable id.
  public var id: String
  /// Id of the phase.
  public var phase: String
  /// What must hold.
  public var criterion: String
  /// What shows that it holds.
  public var evidence: String
  /// published or proposal.
  public var basis: String
  /// Page that documents it.
  public var address: String

  /// Makes a gate.
  public init(
    id: String, phase: String, criterion: String, evidence: String, basis: String, address: String
  ) {
    self.id = id
    self.phase = phase
    self.criterion = criterion
    self.evidence = evidence
    self.basis = basis
    self.address = address
  }
}

/// A rule of thumb for sizing, with its basis.
public struct RuleOfThumb: Sendable, Equatable {
  /// Stable id.
  public var id: String
  /// Topic.
  public var topic: String
  /// The rule in words.
  public var statement: String
  /// Central value; nil where only a range is given.
  public var value: Double?
  /// Low end of the range.
  public var low: Double?
  /// High end of the range.
  public var high: Double?
  /// Unit of the value.
  public var unit: String
  /// published, derived, assumption or proposal.
  public var basis: String
  /// Arithmetic behind a derived rule.
  public var derivation: String
  /// Caution.
  public var caveat: String
  /// Year of the figure; nil if not stated.
  public var year: Int?
  /// Page that documents it.
  public var address: String

  /// Makes a rule of thumb.
  public init(
    id: String, topic: String, statement: String, value: Double?, low: Double?, high: Double?,
    unit: String, basis: String, derivation: String, caveat: String, year: Int?, address: String
  ) {
    self.id = id
    self.topic = topic
    self.statement = statement
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.basis = basis
    self.derivation = derivation
    self.caveat = caveat
    self.year = year
    self.address = address
  }
}

/// An indicator of the DPG Standard.
public struct StandardIndicator: Sendable, Equatable {
  /// Number, such as `9a`.
  public var number: String
  /// Name.
  public var name: String
  /// What it asks, in our words.
  public var meaning: String
  /// Page of the standard.
  public var address: String

  /// Makes an indicator of the standard.
  public init(number: String, name: String, meaning: String, address: String) {
    self.number = number
    self.name = name
    self.meaning = meaning
    self.address = address
  }
}

/// An Indian system that the mission starts from; most are not registered goods.
public struct ReferenceSystem: Sendable, Equatable {
  /// Stable id.
  public var id: String
  /// Name.
  public var name: String
  /// What it does, in our words.
  public var summary: String
  /// The function it carries.
  public var function: String
  /// Whether it is itself a registered good: no, yes or part.
  public var registeredGood: String
  /// What stands behind that answer.
  public var registeredNote: String
  /// First year; nil if not supported by a source.
  public var since: Int?
  /// Official page.
  public var address: String

  /// Makes a reference system.
  public init(
    id: String, name: String, summary: String, function: String, registeredGood: String,
    registeredNote: String, since: Int?, address: String
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.function = function
    self.registeredGood = registeredGood
    self.registeredNote = registeredNote
    self.since = since
    self.address = address
  }
}

/// A registered good that stands behind a reference system or carries the same function elsewhere.
public struct ReferenceLink: Sendable, Equatable {
  /// Id of the reference system.
  public var system: String
  /// Id of the good.
  public var good: String
  /// stands-behind, same-function or built-with.
  public var relation: String
  /// Caution.
  public var note: String

  /// Makes a link.
  public init(system: String, good: String, relation: String, note: String) {
    self.system = system
    self.good = good
    self.relation = relation
    self.note = note
  }
}

/// An agreement on, or use abroad of, a reference system or an India-origin good.
public struct Agreement: Sendable, Equatable {
  /// ISO 3166-1 alpha-3.
  public var iso3: String
  /// Id of the reference system; empty when only a good is concerned.
  public var system: String
  /// Id of the good; empty when only a system is concerned.
  public var good: String
  /// memorandum, acceptance, adoption, pilot, interest, licence, grant, not-live, registry-deployment.
  public var kind: String
  /// Year; nil if the source gives none.
  public var year: Int?
  /// in-use, signed, may-have-lapsed, announced, interest-only, recorded.
  public var standing: String
  /// What the source says, in our words.
  public var note: String
  /// Page that reports it.
  public var address: String

  /// Makes an agreement.
  public init(
    iso3: String, system: String, good: String, kind: String, year: Int?, standing: String,
    note: String, address: String
  ) {
    self.iso3 = iso3
    self.system = system
    self.good = good
    self.kind = kind
    self.year = year
    self.standing = standing
    self.note = note
    self.address = address
  }
}
