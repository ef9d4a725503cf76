/// Colours of pages by day, as 0xRRGGBB; each ink has a contrast of at least 4.5 on white.
public enum PageColour {
  /// What is read.
  public static let ink: UInt32 = 0x1A1D21
  /// What matters less.
  public static let quiet: UInt32 = 0x565D66
  /// What can be followed.
  public static let link: UInt32 = 0x0B4F9E
  /// What is sure.
  public static let known: UInt32 = 0x1F5FA8
  /// What is compared with, and what is grave.
  public static let mark: UInt32 = 0xA33B00
  /// Thin lines.
  public static let rule: UInt32 = 0xC9CED4
  /// Behind headings of tables.
  public static let shade: UInt32 = 0xF2F4F6
  /// Land of other countries.
  public static let land: UInt32 = 0xE3E5E8
}

/// The style sheet of HTML pages.
enum HTMLStyle {
  /// A colour of the page, as 0xRRGGBB, by day and by night.
  struct Tone {
    var name: String
    var light: UInt32
    var dark: UInt32
  }

  /// What stands behind everything.
  static let paper = Tone(name: "paper", light: 0xFFFFFF, dark: 0x15191D)
  /// What is read; each has a contrast of at least 4.5 on the paper.
  static let inks = [
    Tone(name: "ink", light: PageColour.ink, dark: 0xE8EAED),
    Tone(name: "quiet", light: PageColour.quiet, dark: 0xA9B1BA),
    Tone(name: "link", light: PageColour.link, dark: 0x8CBCFF),
    Tone(name: "known", light: PageColour.known, dark: 0x7DB2F5),
    Tone(name: "mark", light: PageColour.mark, dark: 0xFFA970),
  ]
  /// Lines and areas that carry no words.
  static let areas = [
    Tone(name: "rule", light: PageColour.rule, dark: 0x3A424B),
    Tone(name: "shade", light: PageColour.shade, dark: 0x1E242A),
    Tone(name: "land", light: PageColour.land, dark: 0x2A3138),
  ]

  /// The colour as CSS writes it.
  static func css(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private static func variables(_ value: (Tone) -> UInt32) -> String {
    ([paper] + inks + areas).map { "--\($0.name):\(css(value($0)))" }.joined(separator: ";")
  }

  /// The whole sheet: screens by day and night, and paper of any size.
  static let sheet = """
    :root{\(variables(\.light))}
    @media screen and (prefers-color-scheme:dark){:root{\(variables(\.dark))}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1.5rem;max-width:62rem;background:var(--paper);color:var(--ink);\
    font:1rem/1.5 "Noto Sans","DejaVu Sans",system-ui,sans-serif;overflow-wrap:anywhere}
    h1{font-size:1.9rem;line-height:1.2;margin:0}
    h2{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .6rem;padding-bottom:.2rem;\
    border-bottom:2px solid var(--rule)}
    header{border-bottom:4px solid var(--known);padding-bottom:.8rem}
    .subtitle,.note,.unit,.unknown,.words,.key,footer,caption,dt{color:var(--quiet)}
    p,ul,ol,dl{margin:.5rem 0}
    ul,ol{padding-left:1.4rem}
    a{color:var(--link)}
    a:focus-visible,.wide:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
    nav ol{columns:2;font-size:.9rem}
    .note,.key,.words,footer,.sources{font-size:.88rem}
    .note{border-left:3px solid var(--rule);padding-left:.7rem}
    .flag{border-left:.3rem solid var(--rule);padding-left:.7rem;margin-top:1.2rem}
    .flag.high{border-color:var(--mark)}
    .flag.critical{border-color:var(--mark);border-left-style:double;border-left-width:.5rem}
    .sign{display:inline-block;min-width:1.2em}
    dl{display:grid;grid-template-columns:minmax(9rem,1fr) 3fr}
    dd{grid-column:2}
    dt,dd{margin:0;padding:.2rem 1rem .2rem 0;border-bottom:1px solid var(--rule)}
    .wide{overflow-x:auto;margin:.6rem 0}
    table{border-collapse:collapse;width:100%;font-size:.9rem}
    caption{text-align:left;font-size:.88rem;padding:.2rem 0}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);padding:0}
    th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--rule);\
    overflow-wrap:break-word;max-width:26rem}
    th{font-weight:600}
    tbody th{font-weight:400}
    thead th{vertical-align:bottom;background:var(--shade)}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    td.number{white-space:nowrap}
    figure{margin:1rem 0}
    figcaption{font-weight:600}
    li.flag{margin-top:.3rem;list-style:none;margin-left:-1.4rem}
    .locator{float:right;width:15rem;margin:0 0 .6rem 1.2rem;font-size:.88rem}
    .locator .note{border:0;padding:0;margin:.2rem 0;list-style:none;font-size:.8rem}
    section{clear:both}
    section:has(>.locator)>*{clear:none}
    @media (max-width:40rem){.locator{float:none;width:auto}}
    svg{display:block;width:100%;height:auto;max-width:45rem;margin:.4rem 0}
    svg text{font:13px "Noto Sans","DejaVu Sans",system-ui,sans-serif;fill:var(--ink);\
    unicode-bidi:plaintext}
    svg .quiet{fill:var(--quiet)}
    svg .known{fill:var(--known);stroke:var(--known)}
    svg .possible{stroke:var(--known)}
    svg .hatch{stroke:var(--known)}
    svg .track{fill:none;stroke:var(--quiet)}
    svg .line{fill:none;stroke:var(--known)}
    svg .mark{fill:var(--mark);stroke:var(--mark)}
    svg .land{fill:var(--land);stroke:var(--quiet)}
    svg .country{fill:var(--known);stroke:var(--ink)}
    svg .ring{fill:none;stroke:var(--ink)}
    footer{margin-top:2rem;border-top:1px solid var(--rule)}
    @page{margin:14mm 15mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);\
    font:9pt "Noto Sans","DejaVu Sans",sans-serif}}
    @media print{
    html{font-size:9.2pt}
    body{max-width:none;padding:0;line-height:1.35}
    header{padding-bottom:.3rem;border-bottom-width:2px}
    h1{font-size:1.7rem}
    h2{margin:.7rem 0 .2rem;font-size:1.15rem;border-bottom-width:1px}
    h1,h2,.flag,caption,figcaption{break-after:avoid}
    tr,figure,li,dt,dd,.note{break-inside:avoid}
    p,ul,ol,dl,figure,.wide{margin:.3rem 0}
    p{orphans:3;widows:3}
    dt,dd{padding:.1rem .6rem .1rem 0}
    th,td{padding:.1rem .4rem}
    thead{display:table-header-group}
    .wide{overflow:visible}
    table{font-size:8.5pt}
    svg{max-width:none;margin:.2rem 0}
    .locator{float:right;width:4.8cm;margin:.2rem 0 .2rem .8rem}
    .locator figcaption{font-size:8pt}
    .locator svg{max-height:3cm}
    .locator .note{font-size:6.5pt;line-height:1.2}
    .sources{columns:2;column-gap:1.5rem;font-size:8pt;margin:.2rem 0}
    footer{margin-top:.6rem;font-size:8pt}
    nav,.back,.words{display:none}
    a{color:inherit;text-decoration:none}
    *{print-color-adjust:exact}
    }

    """
}
