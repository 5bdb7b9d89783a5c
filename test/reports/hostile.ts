/** Texts that want to be more than text, by what they are after. */
export const hostileTexts: Record<string, string> = {
  'a terminal': '\u001b[31mred\u001b]0;title\u0007 \u009b2J',
  'a runner': '\n::error::x\r::set-output name=a::b ##[add-mask]y %0A::error::z',
  'Azure Pipelines': '##vso[task.setvariable variable=PATH]x ##[section]y ##[add-mask]z',
  TeamCity: "##teamcity[setParameter name='x' value='y'] #",
  'the properties of a command': 'a,line=1:title=x::y%2Cz%25',
  XML: ']]> <![CDATA[x]]> <!-- & "\' </failure></testcase> <?pi?> &amp; &#0;',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)> </table>',
  'a spreadsheet': '=HYPERLINK("http://example.org","x")',
  'another formula': '@SUM(1)\t+2\r-3',
  Markdown: '| a | `code` *b* _c_ ~~d~~ [e](http://example.org) ![f](g) \\| # h\n\n---\n- i',
  'a reader of Markdown': '@octocat fixes #123 GH-4 https://example.org www.example.org a@b.org',
  'a line': 'one\r\ntwo\nthree\rfour\u2028five\u2029six\u0085seven',
  'the direction of text': '\u202Eleft\u202C \u2066right\u2069 \u200Bhidden\uFEFF',
  'what is no character': 'nul \u0000 half \ud800 other \udc00 none \ufffe \uffff \u0001\u000b',
  JSON: '"}],"items":[{"id":"x"}] \\u0000 __proto__',
  'a link in SARIF': 'see [this](http://example.org) and {0}',
  'the memory': 'x'.repeat(1_000_000),
  'the end of a cut': `${'x'.repeat(1998)}\u{1F600}${'y'.repeat(1998)}\u{1F600}z`,
}

/** Names of files that want the same. */
export const hostileNames = [
  'a,line=9::b',
  '::error::c%0Ad',
  '##vso[x]y',
  '##teamcity[x]',
  'e#1 @f [g](h) `i` |j|',
  '=k&<l>"m\'',
  '\u001bn \u202Eo',
  'p q:r%s?t#u',
]

const quoted = (text: string) =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })

/** A record with a text wherever it takes one; everything in it is overdue, at risk, waived or closed. */
export function hostileRecord(text: string): string {
  // An alias, so that a text of a megabyte leaves the record small enough to be read.
  const it = '*it'
  return `authority: &it ${quoted(text)}
framework: ilacs-focused-visit
received: 2024-01-12
title: ${it}
source: ${it}
areasForPriorityAction: [{ id: P1, text: ${it} }]
plan:
  draft: { closed: { on: 2024-01-30, reason: ${it} } }
  final: { extensions: [{ to: 2024-05-07, on: 2024-02-01, by: ${it}, reason: ${it} }], owner: ${it}, progress: [{ on: 2024-01-22, note: ${it}, by: ${it} }] }
actions:
  - { id: A1, title: ${it}, owner: ${it}, due: 2024-02-01 }
  - { id: A2, title: ${it}, due: 2024-05-01, answers: [P1], blocked: ${it} }
  - { id: A3, title: ${it}, due: 2024-01-31 }
waivers:
  - { item: A3, rule: overdue, reason: ${it}, approvedBy: ${it}, until: 2024-06-30 }
  - { item: A2, rule: ${it}, reason: ${it}, approvedBy: ${it}, until: 2024-06-30 }
notes: ${it}
`
}

/** A record with a text wherever it is a fault. */
export function faultyRecord(text: string): string {
  const it = quoted(text)
  return `authority: A\nframework: ${it}\npublished: ${it}\n${it}: x\nfollows: ${it}\n`
}
