public import AtlasModel

/// The whole model as a document: every number with its source or the word assumption.
public enum MethodDocument {
  /// Builds the document.
  public static func document(_ catalog: Catalog) -> Document {
    Document(
      title: "Method of the screening",
      subtitle: "Model \(ModelIdentity.version) (\(ModelIdentity.hash))",
      sections: [
        summary, dimensions, flags, missing, equity, measures(catalog), verdict, presets, certainty,
        need, precedent, staff, limits,
      ],
      notes: [
        "Dataset \(catalog.identity.version), compiled \(catalog.identity.compiled). Outside checks that "
          + "are never an input: "
          + catalog.indicators.filter { $0.group == .check }.map(\.name).joined(separator: "; ")
          + "."
      ])
  }

  private static var summary: Document.Section {
    Document.Section(
      "In short",
      [
        .paragraph(
          "Three numbers, never one: fit (can it work here), need (is it a problem here), evidence "
            + "(has it worked in places like this, and how good is our data). Flags come before the "
            + "verdict. Order: data, flags, measures, caps, fit, verdict."),
        .paragraph(
          "Fit = (1 - b) x sum of weight x adequacy + b x lowest adequacy, b = "
            + "\(NumberText.raw(FitScore.weakestLink)) (assumption). In a personal dimension adequacy is "
            + "(1 - e) x everybody + e x worst group, e = \(NumberText.raw(FitScore.equityShare)) "
            + "(assumption), for goods that citizens work."),
      ])
  }

  private static var certainty: Document.Section {
    Document.Section(
      "Certainty",
      [
        .paragraph(CertaintyWords.method()),
        .list([
          "Weights: Dirichlet with parameters 1 + 12 w around those chosen (Tervonen and Lahdelma 2007 for the "
            + "number of draws; 12: assumption); weakest link within .25 of the one chosen, share of the "
            + "worst group from 0 to 1, floors and targets of a dimension together within a tenth "
            + "(assumptions).",
          "A curated level is one off with probability .05, .15 or .30 where confidence is high, medium or low, "
            + "half of it to either side (assumption).",
          "A missing figure is drawn from those of its peers: between two neighbours in order, each gap alike, "
            + "and one part in n + 1 at either end. An old one moves by the 10th, 50th and 90th percentile of "
            + "changes seen, no change included, straight between them. A group that was never measured stands anywhere between its "
            + "bounds, one place for all its figures. An unanswered question is yes or no alike (assumptions).",
          "Draws are the same for all goods, and for all countries where they do not depend on one. They come from "
            + "a counter (SplitMix64), so that any draw can be redone alone: certainty C G --draw N.",
          "Certainty is the share of the draws in which the verdict shown comes up: "
            + "very sure from .95, sure from .80, leaning from .60, else cannot say. Its standard error is "
            + "sqrt(p (1 - p) / draws). The verdict itself is not drawn: it stands at the cautious end of what "
            + "is known.",
          "What drives the doubt: first-order indices by given-data estimation over 32 bins (Plischke, Borgonovo "
            + "and Smith 2013), beside what chance alone gives.",
        ]),
      ])
  }

  private static var dimensions: Document.Section {
    let rows = MethodTables.all.map { entry -> [ReportCell] in
      let levels = entry.table.levels.map {
        "\(NumberText.raw($0.floor)) to \(NumberText.raw($0.target))"
      }
      return [
        .text(entry.dimension.rawValue), .text(entry.whose), .text(levels[0]), .text(levels[1]),
        .text(levels[2]), .text(levels[3]), .text(entry.table.supply), .text(entry.table.anchor),
      ]
    }
    return Document.Section(
      "Dimensions and value functions",
      [
        .paragraph(
          "Adequacy = clamp((supply - floor) / (target - floor), 0, 1); a level counts the ramps of all "
            + "lower levels too. Level 0 asks nothing and gives 1."),
        .table(
          ReportTable(
            id: "dimensions", title: "Value functions",
            columns: [
              ReportColumn("dimension", "dimension"), ReportColumn("whose", "whose"),
              ReportColumn("level_1", "1"), ReportColumn("level_2", "2"),
              ReportColumn("level_3", "3"), ReportColumn("level_4", "4"),
              ReportColumn("supply", "supply", isFlexible: true),
              ReportColumn("anchor", "anchor", isFlexible: true),
            ], rows: rows)),
      ]
        + rows.indices.map { index in
          let entry = MethodTables.all[index]
          return .note(
            "\(entry.dimension.name) (\(entry.whose)): reads \(entry.table.supply). Anchor: "
              + "\(entry.table.anchor).")
        })
  }

  private static var missing: Document.Section {
    Document.Section(
      "Missing and old figures",
      [
        .list([
          "A group that was never measured has the range that accounting identities leave open: "
            + "u = r g + (1 - r) k.",
          "A missing total has the range of at least \(PeerRanges.least) countries (assumption) of the "
            + "same subregion and income group, else of the same region and income group; else "
            + "everything is open.",
          "A figure older than \(Supply.recentYears) years (assumption) is the range between the 10th "
            + "and the 90th percentile of changes seen over that time (dataset: drift), no change included: "
            + "the figure itself stays inside.",
          "Everything is worked out at both ends: the cautious one, with all that is unknown at its "
            + "worst, and the hopeful one. The verdict is the cautious one; Cannot say where they lie "
            + "two classes or more apart, where only unknowns would mean Not now, or where E1 is "
            + "critical.",
        ])
      ])
  }

  private static var equity: Document.Section {
    Document.Section(
      "Groups and people left out",
      [
        .list([
          "Groups: " + PopulationGroup.allCases.map(\.name).joined(separator: ", ")
            + ". That rural people and the poorest do not exceed the total is an assumption; the share "
            + "of women is \(NumberText.raw(GroupBounds.womenShare)) (assumption).",
          "People left out: \(LeftOut.formula).",
          "Widening test: reach in towns over reach in the country, and the Gini coefficient of reach "
            + "online only.",
        ])
      ])
  }

  private static var flags: Document.Section {
    let list = FlagID.allCases.map { flag -> String in
      let rule = flag.rule
      let code = rule.code.isEmpty ? "no code" : "DPI Safeguards \(rule.code)"
      return
        "\(flag.rawValue) \(rule.title) (\(rule.family.rawValue), \(code)). Likelihood 0 to 4: "
        + "\(rule.likelihood). Impact: \(rule.impact). Steps from: \(rule.basis)."
    }
    return Document.Section(
      "Flags",
      [
        .paragraph(
          "Severity = likelihood x impact: 0 none, 1-3 low, 4-6 moderate, 8-9 high, 12-16 critical "
            + "(assumption). Where data is missing a flag is not assessed, with the severities it could "
            + "have."), .list(list),
      ])
  }

  private static func measures(_ catalog: Catalog) -> Document.Section {
    let rows = catalog.effects.map { effect -> [ReportCell] in
      [
        .text(effect.measure), .text(effect.flag.rawValue), .text(effect.factor.rawValue),
        ReportCell(.integer(effect.steps)),
        .text(effect.precondition?.text ?? "none"), .text(effect.basis), .text(effect.why),
      ]
    }
    return Document.Section(
      "Measures",
      [
        .paragraph(
          "A measure lowers likelihood or impact by the steps below where its condition holds in the "
            + "country; an unknown figure does not hold. A severity falls by at most two words, and a "
            + "single measure takes a critical one to high at best."),
        .table(
          ReportTable(
            id: "effects", title: "Effects of measures",
            columns: [
              ReportColumn("measure", "measure"), ReportColumn("flag", "flag"),
              ReportColumn("factor", "lowers"),
              ReportColumn("steps", "by", alignment: .trailing),
              ReportColumn("precondition", "needs", isFlexible: true),
              ReportColumn("basis", "basis"), ReportColumn("why", "why", isFlexible: true),
            ], rows: rows)),
      ])
  }

  private static var verdict: Document.Section {
    Document.Section(
      "Verdict",
      [
        .list([
          "By fit (assumption): \(NumberText.raw(Verdict.adoptFit)) or more leaves the best class open, "
            + "\(NumberText.raw(Verdict.safeguardsFit)) or more the second, below the third.",
          "Caps: low leaves the first class open, moderate the second; high the second where a measure "
            + "that works here is on offer, else the third; critical the third. F1 caps at the second.",
          "Policy for the fourth class: "
            + RefusalPolicy.allCases.map { "\($0.rawValue) = \($0.count)" }.joined(separator: ", ")
            + " of P1, P2, S1 at critical (default two; a decision for people).",
          "Classes in order: "
            + VerdictClass.allCases.map { "\($0.rawValue) (\($0.name))" }.joined(separator: ", ")
            + ".",
        ])
      ])
  }

  private static var presets: Document.Section {
    Document.Section(
      "Stakeholders",
      [
        .list(
          WeightPreset.allCases.map { preset in
            let doubled = preset.doubled.map(\.rawValue).joined(separator: ", ")
            return
              "\(preset.rawValue): \(doubled.isEmpty ? "all weights alike" : "double weight for " + doubled); "
              + "b = \(NumberText.raw(preset.weakestLink)); share of need in the order "
              + "\(NumberText.fixed(preset.needShare, decimals: 2)) (assumption)"
          })
      ])
  }

  private static var need: Document.Section {
    Document.Section(
      "Need",
      [
        .paragraph(
          "Mean over the claimed goals of 1 - score / 100 (Sustainable Development Report 2025); with a "
            + "named goal, that goal's gap. A missing score has the range of its subregion. Inside a "
            + "class pairs stand by half fit, half need.")
      ])
  }

  private static var precedent: Document.Section {
    Document.Section(
      "Precedent",
      [
        .paragraph(
          "\(Precedent.formula). D is the root mean square of standardised differences over figures that "
            + "both countries have, at least \(SimilarityIndex.leastShared). Prior 1/2 of 5 and the parts "
            + "of the similarity: assumption. Never part of the fit."),
        .paragraph(
          "Objections: the three strongest of the flags that are moderate or worse, the dimensions, the "
            + "people left out, need, precedent and data quality; the order is an assumption."),
      ])
  }

  private static var staff: Document.Section {
    Document.Section(
      "Staff on the ground",
      [
        .list(
          StaffPreset.allCases.map { preset in
            let visits = preset.visits
            return "\(preset.rawValue): \(preset.basis); \(NumberText.raw(visits.count)) visits of "
              + "\(NumberText.raw(visits.minutes)) minutes a year"
              + (preset == .intensive ? "" : " (set to agree with the ratio: assumption)")
          } + [
            "By time: people x uptake x visits x minutes / (220 days x 6 hours x 60); days, hours and "
              + "uptake 1: assumption, all of them options.",
            "Points by head: one for \(NumberText.raw(StaffPlan.peoplePerPoint)) people (Bangladesh "
              + "digital centres, derived); by area: area / (2.6 r^2), a hexagon of corner distance r, 5 km "
              + "(assumption), over the whole area: an upper bound.",
            "The preset follows the sector of the good (assumption); R3 uses the ratio.",
          ])
      ])
  }

  private static var limits: Document.Section {
    Document.Section(
      "What it does not show",
      [
        .paragraph(
          "Fit does not predict deployment: recorded deployments follow need and money. Demand levels "
            + "are our reading, flags use national figures, and a national figure hides its regions. "
            + "See VALIDATION.md.")
      ])
  }
}
