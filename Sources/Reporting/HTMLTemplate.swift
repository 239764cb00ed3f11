/// The page, in Mustache.
///
/// `t.…` are the words of the report's language.
enum HTMLTemplate {
  /// Every template by its name; `page` calls the others.
  static let parts: [(name: String, text: String)] = [
    ("page", page), ("flow", flow), ("fields", fields), ("changes", changes), ("findings", findings),
    ("duplicates", duplicates), ("decisions", decisions),
    ("against", against), ("souls", souls), ("money", money), ("sources", sources), ("steps", steps),
  ]

  private static let page = """
    <!DOCTYPE html>
    <html lang="{{lang}}">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>{{t.title}} · {{t.product}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <header>
    <p class="brand">{{{logo}}}<span>{{t.product}}</span><span class="quiet">{{version}}</span></p>
    <h1>{{t.title}}</h1>
    <p class="lede">{{lede}}</p>
    <dl class="about">
    <div><dt>{{t.base}}</dt><dd>{{files}}</dd></div>
    {{#date}}<div><dt>{{t.date}}</dt><dd>{{date}}</dd></div>{{/date}}
    {{#standard}}<div><dt>{{t.standard}}</dt><dd>{{standard}}{{#reason}}<small>{{reason}}</small>{{/reason}}</dd></div>{{/standard}}
    </dl>
    <ul class="tiles">
    {{#tiles}}<li class="{{tone}}"><b>{{number}}</b><span>{{label}}</span></li>
    {{/tiles}}
    </ul>
    <nav aria-label="{{t.contents}}">{{#contents}}<a href="#{{id}}">{{title}}</a> {{/contents}}</nav>
    </header>
    <main>
    {{>steps}}
    {{>flow}}
    {{#hasFields}}{{>fields}}{{/hasFields}}
    {{#hasChanges}}{{>changes}}{{/hasChanges}}
    {{>findings}}
    {{#hasDuplicates}}{{>duplicates}}{{/hasDuplicates}}
    {{#hasDecisions}}{{>decisions}}{{/hasDecisions}}
    {{#hasAgainst}}{{>against}}{{/hasAgainst}}
    {{#hasSouls}}{{>souls}}{{/hasSouls}}
    {{#hasMoney}}{{>money}}{{/hasMoney}}
    {{>sources}}
    </main>
    <footer>
    <p>{{{privacy}}}</p>
    <p>{{t.sameBytes}}</p>
    <p class="last">{{readLine}}</p>
    </footer>
    </body>
    </html>

    """

  private static let steps = """
    <section id="next">
    <h2>{{t.next}}</h2>
    <ol class="steps">
    {{#steps}}<li><b>{{title}}</b><span>{{{detail}}}</span></li>
    {{/steps}}
    </ol>
    </section>
    """

  private static let flow = """
    <section id="flow">
    <h2>{{t.flow}}</h2>
    {{#picture}}<figure>{{{picture}}}<figcaption>{{caption}}</figcaption></figure>{{/picture}}
    <div class="wide"><table class="numbers">
    <thead><tr><th>{{t.table}}</th><th class="n">{{t.read}}</th>{{#fates}}<th class="n"><span class="sign">=</span>{{t.kept}}</th><th class="n"><span class="sign">+</span>{{t.merged}}</th><th class="n"><span class="sign">+</span>{{t.quarantined}}</th>{{/fates}}</tr></thead>
    <tbody>
    {{#tables}}<tr><td>{{place}}<small>{{role}}{{#notes}} · {{notes}}{{/notes}}</small></td><td class="n">{{rows}}</td>{{#fates}}<td class="n">{{kept}}</td><td class="n">{{merged}}</td><td class="n">{{quarantined}}</td>{{/fates}}</tr>
    {{/tables}}
    <tr class="total"><th>{{t.total}}</th><td class="n">{{total.rows}}</td>{{#fates}}<td class="n">{{total.kept}}</td><td class="n">{{total.merged}}</td><td class="n">{{total.quarantined}}</td>{{/fates}}</tr>
    </tbody></table></div>
    {{#fates}}<p class="proof {{proofTone}}">{{proof}}</p>{{/fates}}
    {{#notes}}<p class="note">{{.}}</p>{{/notes}}
    </section>
    """

  private static let fields = """
    <section id="fields">
    <h2>{{t.fields}}</h2>
    <div class="wide"><table class="fields">
    <thead><tr><th>{{t.field}}</th><th class="fill">{{t.filled}}</th><th class="n">{{t.flagged}}</th><th class="n">{{t.changed}}</th></tr></thead>
    <tbody>
    {{#fields}}<tr><td><b>{{label}}</b><small>{{origin}}</small></td><td class="fill">{{{bar}}}<span class="share">{{filled}}</span></td><td class="n">{{flagged}}</td><td class="n">{{changed}}</td></tr>
    {{/fields}}
    </tbody></table></div>
    <p class="key">{{{fieldsKey}}}</p>
    </section>
    """

  private static let changes = """
    <section id="changes">
    <h2>{{t.changes}} <span class="count">{{changesCount}}</span></h2>
    {{#changes}}<article class="change"><h3><span class="what">{{field}}<small>{{message}}<span class="code"> · {{code}}</span></small></span>{{#lossy}}<em class="pill warning">{{.}}</em>{{/lossy}}<b class="n">{{count}}</b></h3>
    {{#hasSamples}}<div class="wide"><table class="samples"><tbody>
    {{#samples}}<tr><td class="before">{{before}}</td><td class="arrow">→</td><td class="after">{{after}}</td><td class="where">{{address}}</td></tr>
    {{/samples}}
    </tbody></table></div>{{/hasSamples}}
    </article>
    {{/changes}}
    </section>
    """

  private static let findings = """
    <section id="findings">
    <h2>{{t.findings}} <span class="count">{{findingsCount}}</span></h2>
    {{#noFindings}}<p class="proof good">{{.}}</p>{{/noFindings}}
    {{#rules}}<h3 class="rule">{{rule}}<span class="count">{{ruleCount}}</span></h3>
    {{#groups}}<article class="finding {{tone}}"><h4><em class="pill {{tone}}">{{severity}}</em><span class="what">{{#field}}<b>{{.}}</b> {{/field}}{{message}}<small class="code">{{code}}</small></span><span class="n"><b>{{count}}</b><small>{{share}}</small></span></h4>
    {{#hasShapes}}<div class="wide"><table class="shapes"><thead><tr><th class="n">{{t.howMany}}</th><th>{{t.shape}}</th><th>{{t.example}}</th><th>{{t.where}}</th></tr></thead><tbody>
    {{#shapes}}<tr><td class="n">{{number}}</td><td class="mono">{{shape}}</td><td class="mono">{{example}}</td><td class="where">{{addresses}}</td></tr>
    {{/shapes}}
    </tbody></table></div>{{/hasShapes}}
    </article>
    {{/groups}}{{/rules}}
    </section>
    """

  private static let duplicates = """
    <section id="duplicates">
    <h2>{{t.duplicates}}</h2>
    <ul class="bands">
    {{#bands}}<li class="{{tone}}"><b>{{number}}</b><span>{{label}}<small>{{detail}}</small></span></li>
    {{/bands}}
    </ul>
    {{#pairs}}<article class="pair"><h4><em class="pill {{tone}}">{{verdict}}</em><span class="what">{{addressA}}<br/>{{addressB}}</span><span class="n"><b>{{probability}}</b><small>{{t.probability}}</small></span></h4>
    <div class="wide"><table class="evidence"><thead><tr><th>{{t.field}}</th><th>{{t.one}}</th><th>{{t.other}}</th><th>{{t.comparison}}</th><th class="n">{{t.bits}}</th><th class="weight"></th></tr></thead><tbody>
    {{#evidence}}<tr><td>{{name}}</td><td class="mono">{{a}}</td><td class="mono">{{b}}</td><td>{{level}}</td><td class="n">{{weight}}</td><td class="weight">{{{bar}}}</td></tr>
    {{/evidence}}
    </tbody></table></div></article>
    {{/pairs}}
    {{#hasPairs}}<p class="key">{{t.bitsKey}}</p>{{/hasPairs}}
    </section>
    """

  private static let decisions = """
    <section id="decisions">
    <h2>{{t.decisions}}</h2>
    <ul class="chips">{{#decisionCounts}}<li><b>{{number}}</b> {{name}}</li>{{/decisionCounts}}</ul>
    {{#refusals}}<p class="code">{{.}}</p>
    {{/refusals}}
    </section>
    """

  private static let against = """
    <section id="against">
    <h2>{{t.against}} <span class="count">{{againstNames}}</span></h2>
    <ul class="chips">{{#againstCounts}}<li><b>{{number}}</b> {{name}}</li>{{/againstCounts}}</ul>
    </section>
    """

  private static let souls = """
    <section id="souls">
    <h2>{{t.souls}} <span class="count">{{soulsCount}}</span></h2>
    <figure>{{{soulsPicture}}}</figure>
    <div class="wide"><table class="souls"><tbody>
    {{#statuses}}<tr class="head"><th>{{{swatch}}}{{name}}</th><td class="n">{{number}}</td><td class="n">{{share}}</td></tr>
    {{#reasons}}<tr><td class="reason">{{reason}}</td><td class="n">{{count}}</td><td class="n"></td></tr>
    {{/reasons}}{{/statuses}}
    </tbody></table></div>
    {{#hasAdvice}}<h3>{{t.advice}}</h3><ul class="chips">{{#advice}}<li><b>{{number}}</b> {{name}}</li>{{/advice}}</ul>{{/hasAdvice}}
    {{#segments}}<h3>{{title}}</h3><ul class="chips">{{#values}}<li><b>{{number}}</b> {{name}}</li>{{/values}}</ul>{{/segments}}
    </section>
    """

  private static let money = """
    <section id="money">
    <h2>{{t.money}}</h2>
    <div class="wide"><table class="numbers"><thead><tr><th>{{t.sum}}</th><th class="n">{{t.cameIn}}</th><th class="n">{{t.wentOut}}</th><th></th></tr></thead><tbody>
    {{#money}}<tr><td>{{name}}</td><td class="n">{{before}}</td><td class="n">{{after}}</td><td class="{{tone}}">{{verdict}}</td></tr>
    {{/money}}
    </tbody></table></div>
    </section>
    """

  private static let sources = """
    <section id="sources">
    <h2>{{t.sources}}</h2>
    <dl class="prints">
    {{#prints}}<div><dt>{{path}}<small>{{format}}</small></dt><dd><small>SHA-256</small> {{sha}}</dd></div>
    {{/prints}}
    </dl>
    {{#hasOutputs}}<h3>{{t.outputs}}</h3><dl class="prints">{{#outputs}}<div><dt>{{kind}}</dt><dd>{{path}}</dd></div>
    {{/outputs}}</dl>{{/hasOutputs}}
    </section>
    """
}
