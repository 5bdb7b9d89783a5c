import { describe, expect, it } from 'vitest'
import { secretsOf } from '../../../../src/commands/remind/channels/addresses.ts'
import { pauseAfter } from '../../../../src/commands/remind/channels/retries.ts'
import { excerpt, redacted } from '../../../../src/commands/remind/channels/secrets.ts'
import { variableFor } from '../../../../src/config/channel-variables.ts'

describe('redacted', () => {
  it.each([
    ['as it is', 'login p@ss/word failed', 'login *** failed'],
    ['in an address', 'GET /?key=p%40ss%2Fword', 'GET /?key=***'],
    ['as a login of SMTP has it', 'AUTH cEBzcy93b3Jk', 'AUTH ***'],
    ['twice', 'p@ss/word p@ss/word', '*** ***'],
    ['not at all', 'all is well', 'all is well'],
  ])('hides a secret %s', (_, text, expected) => {
    expect(redacted(text, ['p@ss/word'])).toBe(expected)
  })

  const ODD = `pä"s$' \\w+o/r.d<&>🗝\\`
  it.each([
    ['in an address', encodeURIComponent(ODD)],
    ['in an address, with all that can be encoded', `%70${encodeURIComponent(ODD).slice(1)}`],
    ['in an address in small letters', encodeURIComponent(ODD).toLowerCase()],
    ['in a form', new URLSearchParams({ a: ODD }).toString().slice(2)],
    ['in JSON', JSON.stringify(ODD).slice(1, -1)],
    ['in JSON of ASCII', 'p\\u00e4\\"s$\' \\\\w+o\\/r.d<&>\\uD83D\\uddDD\\\\'],
    ['in HTML', 'pä&quot;s$&#39; \\w+o/r.d&lt;&amp;&gt;&#x1F5DD;\\'],
    ['in base64', Buffer.from(ODD).toString('base64').replace(/=+$/, '')],
    ['in base64 of addresses', Buffer.from(ODD).toString('base64url')],
    ['in base64 in an address', encodeURIComponent(Buffer.from(ODD).toString('base64'))],
    ['in capitals', ODD.toUpperCase()],
    ['over several lines', ODD.replace('+', '+\r\n').replace('.', '\n.')],
    ['over several lines of a mail server', ODD.replace('+', '\r\n535-+').replace('.', '\n535 .')],
  ])('hides one of odd characters %s', (_, form) => {
    expect(redacted(`[${form}]`, [ODD])).toMatch(/^\[\*\*\*(=|%3D)*\]$/)
  })

  it('hides the whole of a secret that holds another', () => {
    expect(redacted('https://a.example/hidden', ['/hidden', 'https://a.example/hidden'])).toBe(
      '***',
    )
  })

  it('leaves words alone where a secret is too short to be one', () => {
    expect(redacted('a plan', ['', 'a'])).toBe('a plan')
  })
})

describe('excerpt', () => {
  it('is one line that does nothing, of a bearable length', () => {
    const text = excerpt(`no\r\n\u001b[31m${'x'.repeat(500)}`, [])
    expect(text).toMatch(/^no \uFFFD\[31mx+…$/)
    expect(text).toHaveLength(200)
  })
})

describe('the secrets of an address', () => {
  it('are what is long enough to be one', () => {
    const address = 'https://hooks.example/services/T0/longer-than-ten?sig=also-long-enough&v=1'
    expect(secretsOf(address)).toEqual([
      address,
      '/services/T0/longer-than-ten',
      'longer-than-ten',
      'also-long-enough',
    ])
  })
})

describe('the variable of a recipient', () => {
  it.each([
    ['team', 'PLANDUE_SLACK_TEAM'],
    ['QA – plans team', 'PLANDUE_SLACK_QA_PLANS_TEAM'],
    ['PATH', 'PLANDUE_SLACK_PATH'],
  ])('%s is %s', (recipient, name) => expect(variableFor('SLACK', recipient)).toBe(name))
})

describe('a pause', () => {
  it.each([
    [1, 0, 0.5],
    [1, 1, 1],
    [3, 0, 2],
    [3, 1, 4],
  ])('after try %i, with chance at %i, is %d seconds', (tries, chance, seconds) => {
    expect(pauseAfter(tries, chance)).toBe(seconds)
  })
})
