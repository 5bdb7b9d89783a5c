import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../../src/commands/remind/channels/refusals.ts'

describe('an answer with a status of success', () => {
  it.each([
    ['Webhook message delivery failed with error: HTTP error 413', 'Teams says so'],
    ['{"ok":false,"error":"invalid_auth"}', 'Slack does in its API'],
    ['{"success":false}', 'Rocket.Chat does'],
    ['{"error":{"code":"InvalidRequest"}}', 'Power Automate does'],
    ['{"errors":["no such team"]}', 'others have a list'],
    ['{"status":"failed"}', 'or a word'],
    ['Error: no such channel', 'or a sentence'],
    ['\n  Internal error', 'with blanks before it'],
  ])('%j is a refusal, because %s', (text, _because) => {
    expect(isRefusal(text)).toBe(true)
  })

  it.each([
    ['', 'Workflows of Teams say nothing'],
    ['ok', 'Slack says so'],
    ['1', 'the old connectors of Teams say so'],
    ['{"ok":true,"error":null}', 'there is no error in it'],
    ['{"errors":[],"status":"success"}', 'nor in that'],
    ['{"error":false}', 'nor in that'],
    ['<p>Thank you</p>', 'a page can say so'],
    ['Queued: error in the plan of Leeds', 'the words are those of a record'],
    ['{"subject":"failed"}', 'so are these'],
    ['null', 'nothing is said'],
  ])('%j is none, because %s', (text, _because) => {
    expect(isRefusal(text)).toBe(false)
  })
})
