/// Styles of the page: one set of colours for the day, one for the night, and the day's on paper.
///
/// Text and its ground differ by 4.5 : 1 or more in both (WCAG 2.2, 1.4.3).
enum HTMLStyle {
  static let text = colours + layout + parts + paper

  private static let colours = """
    :root{--paper:#fbfaf7;--card:#fff;--ink:#1b222b;--quiet:#58626e;--line:#e2ded5;--faint:#f1eee7;
    --kept:#1f766e;--merged:#5058a6;--aside:#b06a10;--error:#a92a20;--warning:#865300;--info:#4d5966;
    --keptsoft:#cfe6e2;--mergedsoft:#d9dbf1;--asidesoft:#f4dfbe;--errorsoft:#fae3e0;--warningsoft:#fbecd0;--infosoft:#e8ebee}
    @media (prefers-color-scheme:dark){:root{--paper:#12161a;--card:#191f25;--ink:#e7eaed;--quiet:#9ea9b4;--line:#2c353d;--faint:#20272e;
    --kept:#5cc4b8;--merged:#a3abf2;--aside:#e3ab52;--error:#f5948a;--warning:#e9b765;--info:#aab6c2;
    --keptsoft:#1d4541;--mergedsoft:#32365f;--asidesoft:#4d3a1a;--errorsoft:#4a2421;--warningsoft:#45351a;--infosoft:#2a323a}}

    """

  private static let layout = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Segoe UI","Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
    header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.5rem}
    header{padding-top:2.5rem}
    h1,h2{font-family:Charter,Georgia,"PT Serif","Noto Serif","Liberation Serif",serif;font-weight:600;line-height:1.2;text-wrap:balance}
    h1{font-size:2.5rem;letter-spacing:-.01em;margin:.75rem 0 .5rem}
    h2{font-size:1.6rem;margin:0 0 1.1rem}
    h3{font-size:1rem;margin:1.5rem 0 .6rem}
    h4{font-size:1rem;font-weight:400;margin:0}
    small{display:block;font-size:.8125rem;color:var(--quiet);line-height:1.4;font-weight:400}
    p{margin:.5rem 0}
    section{padding:2.25rem 0;border-top:1px solid var(--line)}
    .brand{display:flex;align-items:center;gap:.55rem;margin:0;font-weight:600}
    .brand svg{width:1.6rem;height:1.6rem;fill:none;stroke:var(--kept);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
    .brand .quiet{font-weight:400;color:var(--quiet)}
    .lede{font-size:1.2rem;line-height:1.45;max-width:44rem;margin:0 0 1.5rem;text-wrap:pretty}
    .about{display:grid;gap:.4rem;margin:0 0 1.75rem}
    .about div{display:grid;grid-template-columns:7rem 1fr;gap:1rem}
    dt{color:var(--quiet)} dd{margin:0}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem;list-style:none;padding:0;margin:0 0 1.5rem}
    .tiles li{background:var(--card);border:1px solid var(--line);border-top:3px solid var(--quiet);border-radius:.4rem;padding:.8rem 1rem .9rem}
    .tiles b{display:block;font-size:1.75rem;line-height:1.25;font-weight:600;letter-spacing:-.01em}
    .tiles span{color:var(--quiet);font-size:.9rem;line-height:1.3;display:block}
    .tiles .kept{border-top-color:var(--kept)} .tiles .merged{border-top-color:var(--merged)} .tiles .aside{border-top-color:var(--aside)} .tiles .error{border-top-color:var(--error)}
    nav{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;padding:0 0 1.5rem;font-size:.95rem}
    a{color:var(--kept);text-underline-offset:.2em;text-decoration-thickness:1px}
    a:focus-visible{outline:2px solid var(--kept);outline-offset:2px}
    footer{padding-bottom:3rem;color:var(--quiet);font-size:.875rem}
    footer p:first-child{border-top:1px solid var(--line);padding-top:1.5rem;margin-top:0}
    footer .last{color:var(--ink);font-weight:600}

    """

  private static let parts = """
    .wide{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.9375rem}
    th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--line)}
    th:last-child,td:last-child{padding-right:0}
    thead th{font-weight:400;font-size:.8125rem;color:var(--quiet);padding-top:0;vertical-align:bottom}
    .total th,.total td{font-weight:600;border-bottom:0}
    .n{text-align:right;white-space:nowrap} .sign{color:var(--quiet);padding-right:.4em}
    .count{font:400 1rem/1 "Segoe UI","Noto Sans","Liberation Sans",Arial,sans-serif;color:var(--quiet);padding-left:.5rem;white-space:nowrap}
    .mono,.before,.after{font-family:"Cascadia Mono","SF Mono",Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;font-size:.84rem;line-height:1.55;white-space:pre-wrap;overflow-wrap:anywhere}
    .where{color:var(--quiet);font-size:.84rem}
    .good{color:var(--kept);font-style:normal} .bad{color:var(--error);font-weight:600}
    .proof{font-weight:600;margin-top:1rem} .note{color:var(--quiet)} .key svg{margin-left:.8rem;vertical-align:-.05em} .key svg:first-child{margin-left:0} .key{color:var(--quiet);font-size:.84rem;margin-top:.9rem}
    .steps{counter-reset:step;list-style:none;margin:0;padding:0;display:grid;gap:1rem}
    .steps li{counter-increment:step;display:grid;grid-template-columns:2.25rem 1fr;align-items:start}
    .steps li::before{content:counter(step);grid-row:1/3;width:1.6rem;height:1.6rem;border-radius:50%;background:var(--keptsoft);color:var(--ink);font-size:.875rem;font-weight:600;text-align:center;line-height:1.6rem}
    code{font-family:"Cascadia Mono",Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;font-size:.85em;white-space:nowrap}
    .steps span{grid-column:2;color:var(--quiet);max-width:46rem}
    figure{margin:0 0 1.25rem} figure svg{display:block;width:100%;height:auto} figcaption{color:var(--quiet);font-size:.875rem;margin-top:.5rem}
    svg text{font-family:"Segoe UI","Noto Sans","Liberation Sans",Arial,sans-serif;fill:var(--ink)} svg .quiet{fill:var(--quiet)}
    svg .kept{fill:var(--kept)} svg .merged{fill:var(--merged)} svg .aside{fill:var(--aside)} svg .rest{fill:var(--quiet)} svg .bad{fill:var(--error)}
    svg .keptsoft{fill:var(--keptsoft)} svg .mergedsoft{fill:var(--mergedsoft)} svg .asidesoft{fill:var(--aside);opacity:.6} svg .track{fill:var(--faint)} svg .was{fill:var(--quiet);opacity:.55} svg .axis{fill:var(--line)}
    .fields td small{overflow-wrap:anywhere} td.fill{width:38%;min-width:13rem} .fill svg{display:block;width:100%;height:.8rem;margin:.35rem 0 .2rem} .share{font-size:.875rem}
    article{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.9rem 1.1rem .8rem;margin:0 0 .8rem}
    article table{font-size:.875rem;margin-top:.5rem} article tbody tr:last-child td{border-bottom:0} article th,article td{padding-top:.35rem;padding-bottom:.35rem}
    .change h3,article h4{display:flex;gap:.75rem;align-items:baseline;margin:0} .what{flex:1;min-width:0;overflow-wrap:anywhere} .change h3 b{font-size:1.05rem}
    article h4 .n b{font-size:1.05rem}
    .code{font-size:.78rem;color:var(--quiet);font-family:"Cascadia Mono",Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}
    .samples td{width:31%} .samples .arrow{width:1.5rem;color:var(--quiet)} .samples .where{width:35%;text-align:right} .before{color:var(--quiet)}
    .pill{font-style:normal;font-size:.78rem;font-weight:600;line-height:1.5;padding:.05rem .55rem;border-radius:1rem;white-space:nowrap;background:var(--infosoft);color:var(--info)}
    .pill.error{background:var(--errorsoft);color:var(--error)} .pill.warning,.pill.review{background:var(--warningsoft);color:var(--warning)} .pill.same{background:var(--keptsoft);color:var(--ink)}
    .finding{border-left:4px solid var(--info)} .finding.error{border-left-color:var(--error)} .finding.warning{border-left-color:var(--aside)}
    .rule{margin-top:1.6rem} .rule .count{font-size:.875rem}
    .shapes td:first-child,.shapes th:first-child{width:4.5rem} .shapes td:nth-child(2){width:22%} .shapes td:nth-child(3){width:24%}
    .bands{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:.75rem;padding:0;margin:0 0 1.25rem}
    .bands li{display:flex;gap:1rem;align-items:baseline;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--merged);border-radius:.4rem;padding:.8rem 1.1rem} .bands .review{border-left-color:var(--aside)}
    .bands b{font-size:1.6rem;line-height:1.2;font-weight:600}
    .evidence td:nth-child(2),.evidence td:nth-child(3){width:25%} .weight{width:7rem} .weight svg{display:block;width:100%;height:.8rem;margin-top:.3rem}
    .souls th{font-weight:600} .souls .head th,.souls .head td{padding-top:.8rem;font-weight:600} .souls .reason{padding-left:1.6rem;color:var(--quiet)} .souls svg{width:.8rem;height:.8rem;margin-right:.8rem;vertical-align:-.05em}
    .chips{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:0} .chips li{background:var(--faint);border-radius:1rem;padding:.2rem .8rem;font-size:.9rem}
    .prints{margin:0;display:grid;gap:.8rem} .prints dt{color:var(--ink)} .prints dt small{display:inline;padding-left:.5rem} .prints dd{font-family:"Cascadia Mono",Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;font-size:.8rem;color:var(--quiet);overflow-wrap:anywhere} .prints dd small{display:inline;font-family:inherit}
    @media (max-width:40rem){h1{font-size:1.9rem} .about div{grid-template-columns:1fr;gap:0} header,main,footer{padding-left:1rem;padding-right:1rem} figure{overflow-x:auto} #flow figure svg{min-width:40rem} .samples,.shapes,.evidence,.fields{min-width:36rem}}

    """

  private static let paper = """
    @page{size:A4;margin:16mm 14mm}
    @media print{:root{--paper:#fff;--card:#fff;--ink:#111820;--quiet:#4d5661;--line:#d5d2ca;--faint:#efece5;
    --kept:#1f766e;--merged:#5058a6;--aside:#b06a10;--error:#a92a20;--warning:#7a4b00;--info:#4d5966;
    --keptsoft:#cfe6e2;--mergedsoft:#d9dbf1;--asidesoft:#f4dfbe;--errorsoft:#fae3e0;--warningsoft:#fbecd0;--infosoft:#e8ebee}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    body{font-size:10.5pt} header,main,footer{max-width:none;padding-left:0;padding-right:0} header{padding-top:0} nav{display:none}
    h1{font-size:22pt} h2{font-size:15pt;break-after:avoid} h3,h4{break-after:avoid} .steps{display:block} .steps li{margin-bottom:7pt} section{padding:14pt 0}
    .tiles{grid-template-columns:repeat(4,1fr)} article,tr,.steps li,.bands li,figure,.prints div,.chips li{break-inside:avoid} thead{display:table-header-group} .wide{overflow:visible}}

    """
}
