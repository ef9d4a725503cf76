internal import AtlasScreen

/// The style sheet of a replay: the page as that of reports, the screens in the colours of themes.
struct ReplayStyle {
  /// The themes of the screens.
  var themes: [Theme]
  /// Columns of the widest screen, which is to fit window and paper.
  var columns: Int

  /// The whole sheet: on paper, screens are dark on white whatever they were.
  var sheet: String {
    let tones = [HTMLStyle.paper] + HTMLStyle.inks + HTMLStyle.areas
    func variables(_ value: (HTMLStyle.Tone) -> UInt32) -> String {
      tones.map { "--\($0.name):\(HTMLStyle.css(value($0)))" }.joined(separator: ";")
    }
    return """
      :root{\(variables(\.light))}
      @media screen and (prefers-color-scheme:dark){:root{\(variables(\.dark))}}
      *{box-sizing:border-box}
      body{margin:0 auto;padding:1rem 1.5rem;max-width:80rem;background:var(--paper);\
      color:var(--ink);font:1rem/1.5 "Noto Sans","DejaVu Sans",system-ui,sans-serif;\
      overflow-wrap:anywhere}
      h1{font-size:1.5rem;line-height:1.2;margin:0}
      p{margin:.3rem 0}
      .quiet,footer{color:var(--quiet);font-size:.88rem}
      #controls:not([hidden]){display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;\
      margin:.6rem 0}
      #controls p{flex-basis:100%}
      #place{flex:1;min-width:8rem;accent-color:var(--known)}
      button,select{font:inherit;padding:.3rem .8rem;color:var(--ink);background:var(--shade);\
      border:1px solid var(--quiet);border-radius:.3rem}
      #play{min-width:5.5rem;font-weight:600}
      :focus-visible{outline:3px solid var(--mark);outline-offset:2px}
      #caption{min-height:1.7rem;font-size:1.15rem}
      #caption:not(:empty){border-left:.3rem solid var(--known);padding-left:.7rem}
      .frame{margin:.6rem 0 1.6rem}
      .frame[hidden],.playing figcaption{display:none}
      .screen{overflow-x:auto;width:max-content;max-width:100%;border:1px solid var(--rule);\
      padding:.6em;font-size:min(1rem,calc((100vw - 5rem)/\(max(columns, 20))/.61))}
      pre{margin:0;font:1em/1.25 "DejaVu Sans Mono","Noto Sans Mono",Menlo,Consolas,monospace;\
      overflow-wrap:normal}
      .f{display:inline-block;height:1.25em;vertical-align:bottom;overflow:hidden;\
      unicode-bidi:isolate}
      .words:not(:empty){display:block}
      @media screen{
      \(grounds)\(looks(themes))}
      @media print{
      body{max-width:none;padding:0}
      #controls,footer{display:none!important}
      .frame,.frame[hidden]{display:block;break-inside:avoid;margin:0 0 6mm}
      .playing figcaption{display:block}
      .screen{color:#000;overflow:visible;padding:2mm;\
      font-size:min(9pt,calc(172mm/\(max(columns, 20))/.61))}
      figcaption{font-size:9pt}
      *{print-color-adjust:exact}
      \(looks(themes.map { _ in Theme.light }))}

      """
  }

  private var grounds: String {
    themes.enumerated().map { place, theme in
      ".t\(place){background:\(theme.plainBackground.css);color:\(theme.plainForeground.css)}\n"
    }.joined()
  }

  private func looks(_ themes: [Theme]) -> String {
    themes.enumerated().flatMap { place, theme in
      Role.allCases.compactMap { role -> String? in
        let rules = Self.rules(theme, role)
        return rules.isEmpty ? nil : ".r\(place)-\(role.rawValue){\(rules)}\n"
      }
    }.joined()
  }

  private static func rules(_ theme: Theme, _ role: Role) -> String {
    let style = theme.style(for: role)
    let (text, behind) = theme.colours(of: role)
    var rules: [String] = []
    if text != theme.plainForeground { rules.append("color:\(text.css)") }
    if behind != theme.plainBackground { rules.append("background:\(behind.css)") }
    if style.attributes.contains(.bold) { rules.append("font-weight:bold") }
    if style.attributes.contains(.dim) { rules.append("opacity:.65") }
    if style.attributes.contains(.underline) { rules.append("text-decoration:underline") }
    return rules.joined(separator: ";")
  }
}
