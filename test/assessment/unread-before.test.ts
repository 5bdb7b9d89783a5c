import { expect, it } from 'vitest'
import { unreadBefore } from '../../src/assessment/unread-before.ts'
import { type Diagnostic, diagnose, wholeFile } from '../../src/diagnostics/diagnostic.ts'

const error = (file: string) => diagnose(wholeFile(file), 'empty-file', { use: 'record' })
const remark = (file: string) => diagnose(wholeFile(file), 'areas-unknown', {})

it.each<[Diagnostic[], string[], Diagnostic[], string[], string]>([
  [[error('a.yaml'), error('a.yaml')], [], [], ['a.yaml'], 'a change mends it'],
  [[error('a.yaml')], [], [error('a.yaml')], [], 'it has an error still, which says so'],
  [[error('a.yaml')], [], [remark('a.yaml')], ['a.yaml'], 'a remark hides nothing'],
  [[remark('a.yaml')], [], [], [], 'a remark hid nothing'],
  [[], ['plandue.yaml'], [], ['plandue.yaml'], 'the configuration could not be used'],
])('%#: a warning is on $3, because $4', (diagnostics, unreadSettings, now, files, _because) => {
  const found = unreadBefore({ diagnostics, unreadSettings }, now)
  expect(found.map(({ file }) => file)).toEqual(files)
  expect(
    found.every(({ code, severity }) => code === 'unread-before' && severity === 'warning'),
  ).toBe(true)
})
