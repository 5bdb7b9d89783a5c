import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { xlsxFile } from '../../../src/page/xlsx-file.ts'
import type { MemoryFile } from '../../helpers/memory-host.ts'
import { plandue, shippedPlans } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'
import { filledIn, isNoted, mayBeSkipped, savedByCalc } from '../../helpers/spreadsheets.ts'
import { bytesOf } from '../../helpers/workbook.ts'

const TODAY = ['--today', '2024-03-05']
const PLAN = record(
  `actions:
  - { id: A1, title: Audit, owner: QA lead, answers: [P1], due: 2024-12-01 }
  - { id: A2, title: '=cmd|"/c calc"!A0', due: 2024-12-01, progress: [{ on: 2024-02-01, percent: 40 }] }
`,
  { published: 'received: 2024-01-05' },
)
const FILES: Record<string, MemoryFile> = { 'plans/a.yaml': PLAN }

const bringIn = (bytes: Uint8Array, args: readonly string[] = [], files = FILES) =>
  plandue(['import', 'in.xlsx', ...TODAY, ...args], { files: { ...files, 'in.xlsx': { bytes } } })
async function exported(args: readonly string[] = [], files = FILES): Promise<Uint8Array> {
  const run = await plandue(['export', '-o', 'out.xlsx', ...TODAY, ...args], { files })
  return bytesOf(run.files.get('out.xlsx'))
}
const ACTIONS = ['--actions']
const planOf = ({ files }: Awaited<ReturnType<typeof bringIn>>) => String(files.get('plans/a.yaml'))

/** A sound workbook, with a part of it changed. */
async function withPart(part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await exported(ACTIONS))
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) })
}
const SHEET = 'xl/worksheets/sheet1.xml'
const row = (place: string, more = '<v>1</v>') =>
  `<row r="${place.replace(/\D/g, '')}"><c r="${place}">${more}</c></row></sheetData>`

/** A file of Excel before 2007, or one under a password, which has a part of that name. */
const ole = (name: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(name, 'utf16le'),
  ])

describe('a file that is no sound workbook', () => {
  const zip = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    [
      'an .xls',
      () => ole('Workbook'),
      'it is of Excel before 2007 (.xls); open it in Excel, and save it as',
    ],
    [
      'one under a password',
      () => ole('EncryptedPackage'),
      'it is protected by a password; take that off in Excel',
    ],
    [
      'an .ods',
      () => zip({ mimetype: 'application/vnd.oasis', 'content.xml': '<a/>' }),
      'it is an OpenDocument file, such as .ods',
    ],
    [
      'an .xlsb',
      () => zip({ 'xl/workbook.bin': '', 'a.xml': '' }),
      'it is a binary workbook (.xlsb)',
    ],
    [
      'a .docx',
      () => zip({ 'word/document.xml': '<a/>' }),
      'it has no sheets; open it in a spreadsheet',
    ],
    [
      'half a file',
      async () => (await exported(ACTIONS)).slice(0, 2000),
      'it is damaged; open it in a spreadsheet',
    ],
    [
      'broken XML',
      () => withPart(SHEET, (xml) => xml.slice(0, 900)),
      '; open it in a spreadsheet, and save it again',
    ],
    ['no XML', () => withPart('xl/workbook.xml', () => 'x'), 'it has no sheets; open it in'],
    [
      'tags without an end, each of which could be looked for in all that follows',
      () => withPart(SHEET, () => '<c '.repeat(200_000)),
      'it is damaged; open it in a spreadsheet',
    ],
    [
      'a tag that ends far away',
      () => withPart(SHEET, () => `${'<c '.repeat(200_000)}>`),
      'it is damaged; open it in a spreadsheet',
    ],
    [
      'names of sheets without an end',
      () => withPart('xl/workbook.xml', () => '<sheet '.repeat(100_000)),
      'it is damaged; open it in a spreadsheet',
    ],
    [
      'a row far down',
      () => withPart(SHEET, (xml) => xml.replace('</sheetData>', row('A99999999'))),
      'very far from the others',
    ],
    [
      'a column far out',
      () => withPart(SHEET, (xml) => xml.replace('</sheetData>', row('ZZZZZ9'))),
      'very far from the others',
    ],
    [
      'a corner far out',
      () => withPart(SHEET, (xml) => xml.replace('</sheetData>', row('XFD1048576'))),
      'very far from the others',
    ],
    [
      'a column far out in other quotes',
      () =>
        withPart(SHEET, (xml) => xml.replace('</sheetData>', row('ZZZZZ9').replaceAll('"', "'"))),
      'very far from the others',
    ],
    [
      'a corner far out behind a sign',
      () =>
        withPart(SHEET, (xml) =>
          xml.replace('</sheetData>', row('XFD1048576').replace('<c r', '<c x=">" r')),
        ),
      'very far from the others',
    ],
    [
      'a sheet that is not there',
      () => withPart('xl/_rels/workbook.xml.rels', (xml) => xml.replaceAll('sheet1', 'sheet9')),
      'it is damaged; open it in a spreadsheet',
    ],
    [
      'an empty sheet',
      () => xlsxFile([{ name: 'E', columns: [], rows: [], isTable: false, frozen: 0 }]),
      'sheet `E`, row 1: the file is empty',
    ],
  ])('such as %s is named, with what to do', async (_what, bytes, why) => {
    const { exitCode, out, err, files } = await bringIn(await bytes())
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err).toMatch(/^plandue: `in\.xlsx`/)
    expect(err).toContain(why)
    expect(err).not.toMatch(/\.(ts|cjs|js):\d|\n {4}at /)
    expect(files.get('plans/a.yaml')).toBe(PLAN)
  })

  it('such as a bomb is not unpacked, whatever it says of its size', async () => {
    const parts = unzipSync(await exported(ACTIONS))
    const bomb = zipSync({ ...parts, 'xl/bomb.xml': new Uint8Array(SIZE) })
    const saying = (size: number) => {
      const bytes = Buffer.from(bomb)
      const [said, other] = [Buffer.alloc(4), Buffer.alloc(4)]
      said.writeUInt32LE(SIZE)
      other.writeUInt32LE(size)
      for (let at = bytes.indexOf(said); at >= 0; at = bytes.indexOf(said, at))
        other.copy(bytes, at)
      return bytes
    }
    expect((await bringIn(saying(300 * 1_048_576))).err).toContain(
      'unpacked it would be larger than 256 MB: copy the rows that matter into a new workbook',
    )
    // Where the size that it says is a lie, what is beyond it is cut off.
    expect((await bringIn(saying(1))).exitCode).toBe(0)
  })

  it('such as one of too many rows is refused', async () => {
    const column = { name: 'item', width: 9, kind: 'text', isFilledIn: false } as const
    const rows = Array.from({ length: 20_001 }, () => ['a#A1'])
    const bytes = await xlsxFile([
      {
        name: 'S',
        columns: [column, { ...column, name: 'x' }],
        rows,
        isTable: true,
        frozen: 0,
      },
    ])
    expect((await bringIn(bytes)).err).toContain(
      'has more than 20,000 rows: import it in several files',
    )
  })
})

it('no byte that is changed in a workbook breaks more than the import', async () => {
  const sound = await exported(ACTIONS)
  for (let at = 0; at < sound.length; at += 101) {
    const { exitCode, err } = await bringIn(sound.with(at, (sound[at] ?? 0) ^ 0x15), ['--dry-run'])
    expect([0, 1, 2]).toContain(exitCode)
    expect(err).not.toContain('internal error')
  }
})

/** Of a part that packs to next to nothing; no other number in the file is the same. */
const SIZE = 7_654_321

describe('a sheet', () => {
  it.each([
    [[], 0, '', 'the first is meant'],
    [['--sheet', 'Actions'], 0, '', 'it is named'],
    [
      ['--sheet', 'actions'],
      2,
      'has no sheet `actions`: did you mean `Actions`?',
      'a sheet has one name',
    ],
    [
      ['--sheet', 'How to fill in'],
      2,
      'no built-in mapping fits these columns',
      'it has no actions',
    ],
  ])('with %j ends with %d: %s, because %s', async (args, code, message, _because) => {
    const { exitCode, err } = await bringIn(await exported(ACTIONS), args)
    expect(exitCode).toBe(code)
    expect(err).toContain(message)
  })

  it.each(['&#82;&amp;D', '&#x52;&amp;D', 'R&#38;D'])(
    'called %s is found by its name',
    async (name) => {
      const bytes = await withPart('xl/workbook.xml', (xml) =>
        xml.replace('"Actions"', `"${name}"`),
      )
      expect((await bringIn(bytes, ['--sheet', 'R&D'])).exitCode).toBe(0)
    },
  )

  it('is not there in a text', async () => {
    const world = { files: { ...FILES, 'in.csv': 'item\na#A1\n' } }
    const { exitCode, err } = await plandue(['import', 'in.csv', '--sheet', 'A'], world)
    expect({ exitCode, err }).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('it has no sheets'),
    })
  })

  it('may have a title above its names, and an error in a cell that nobody reads', async () => {
    const bytes = await withPart(SHEET, (xml) =>
      xml
        .replace(/<row r="(\d+)"/g, (_, line) => `<row r="${Number(line) + 2}"`)
        .replace(
          /<c r="([A-Z]+)(\d+)"/g,
          (_, letters, line) => `<c r="${letters}${Number(line) + 2}"`,
        )
        .replace(
          '<sheetData>',
          '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Our tracker</t></is></c></row>',
        )
        .replace(
          '</sheetData>',
          '<row r="9"><c r="A9" t="inlineStr"><is><t>a#A9</t></is></c><c r="J9" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>',
        ),
    )
    const { exitCode, out } = await bringIn(bytes)
    expect(exitCode).toBe(1)
    expect(out).toContain('row 9: there is no `a#A9`')
    expect(out).toContain('3 rows: 0 new, 0 changed, 2 unchanged, 1 refused')
  })

  it.each([
    ['xl/workbook.xml', '<sheet ', '<sheet state="hidden" ', 'nobody sees it'],
    ['xl/workbook.xml', '<sheet ', '<sheet state="veryHidden" ', 'Excel does not even list it'],
    ['xl/_rels/workbook.xml.rels', 'worksheets/sheet1', 'chartsheets/sheet1', 'it is a chart'],
  ])(
    'by default is not one whose %s has %s as %s, because %s',
    async (part, from, to, _because) => {
      const bytes = await withPart(part, (xml) => xml.replace(from, to))
      expect((await bringIn(bytes)).err).toContain('the file has `How to fill in`')
    },
  )

  it('is read to its end, though most of its rows are empty', async () => {
    const cells = ['a#A1', 'Audit'].map((text, column) => {
      return `<c r="${'AB'[column]}20005" t="inlineStr"><is><t>${text}</t></is></c>`
    })
    const note = '<c r="I20005" t="inlineStr"><is><t>Far down</t></is></c>'
    const bytes = await withPart(SHEET, (xml) =>
      xml
        .replace(/<row r="2"[\s\S]*?<\/row>/, '')
        .replace('</sheetData>', `<row r="20005">${cells.join('')}${note}</row></sheetData>`),
    )
    expect(planOf(await bringIn(bytes))).toContain('note: Far down')
  })

  it('may have empty cells far to the right, which some programs write', async () => {
    const bytes = await withPart(SHEET, (xml) =>
      xml.replace('</sheetData>', '<row r="2000"><c r="XFD2000" s="1"/></row></sheetData>'),
    )
    expect((await bringIn(bytes)).exitCode).toBe(0)
  })

  it.each([
    ['<c r="I2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!', 'it shows one'],
    ['<c t="e" s="1" r="I2"><v>#REF!</v></c>', '#REF!', 'it was saved as a value'],
    ['<c r="I2" t="str"><f>A1&amp;"x"</f></c>', '#VALUE!', 'no program has worked it out'],
  ])('names the cell %s, which has an error %s, because %s', async (cell, shown, _because) => {
    const bytes = await withPart(SHEET, (xml) => xml.replace(/<c r="I2"[^>]*\/>/, cell))
    expect((await bringIn(bytes)).out).toContain(
      `row 2: a#A1: note (I2): it is \`${shown}\`, an error of the spreadsheet: write it anew`,
    )
  })

  it('has the result of a formula', async () => {
    const formula = '<c r="I2" t="str"><f>"Be"&amp;"gun"</f><v>Begun</v></c>'
    const bytes = await withPart(SHEET, (xml) => xml.replace(/<c r="I2"[^>]*\/>/, formula))
    expect(planOf(await bringIn(bytes))).toContain('note: Begun')
  })
})

describe.skipIf(mayBeSkipped)(`a sheet of actions that people worked on${isNoted}`, () => {
  it('changes nothing as it was exported, and as Calc saves it', async () => {
    const bytes = await exported(ACTIONS)
    for (const sheet of [bytes, savedByCalc(bytes, 'xlsx', 'xlsx')]) {
      const run = await bringIn(sheet)
      expect(run.out).toContain('Nothing to change: all of it is recorded already.')
      expect(planOf(run)).toBe(PLAN)
      expect(run.exitCode).toBe(0)
    }
  })

  it('has what was typed into it, on the same day in every time zone, and is harmless twice', async () => {
    const bytes = filledIn(
      {
        G2: { day: '2024-01-12', format: 'dd/mm/yyyy' },
        I2: 'All twelve read, “and more” <b>',
        H3: { value: 0.6, format: '0%' },
        K3: '12/11/2024',
      },
      await exported(ACTIONS),
    )
    const before = process.env['TZ']
    try {
      for (const zone of ['Europe/London', 'America/New_York', 'Pacific/Apia']) {
        process.env['TZ'] = zone
        const run = await bringIn(bytes)
        const plan = planOf(run)
        expect(plan).toContain(
          'due: 2024-12-01, done: 2024-01-12, progress: [{ on: 2024-03-05, note: ',
        )
        expect(plan).toContain('{ on: 2024-03-05, percent: 60 }')
        expect(plan).toContain('expected: 2024-11-12')
        const again = await bringIn(bytes, [], { 'plans/a.yaml': plan })
        expect(again.out).toContain('Nothing to change')
        expect(planOf(again)).toBe(plan)
      }
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })

  it('comes back as CSV that Calc in Britain has saved, with days and percentages', async () => {
    const bytes = filledIn(
      { G2: { day: '2024-01-12', format: 'dd/mm/yyyy' } },
      await exported(ACTIONS),
    )
    const text = Buffer.from(savedByCalc(bytes, 'xlsx', 'csv')).toString('utf8')
    expect(text).toContain(',12/01/2024,')
    const run = await plandue(['import', 'in.csv', ...TODAY], {
      files: { ...FILES, 'in.csv': text },
    })
    expect(run.exitCode).toBe(0)
    expect(String(run.files.get('plans/a.yaml'))).toContain('done: 2024-01-12')
  })

  it('is opened by Calc as CSV too, whose days are days then', async () => {
    const { out } = await plandue(['export', ...ACTIONS, ...TODAY], { files: FILES })
    const typed = out.replace(/^(a#A1,.*),on track,,/m, '$1,on track,12/01/2024,')
    const run = await bringIn(savedByCalc(typed, 'csv', 'xlsx'))
    expect(run.exitCode).toBe(0)
    expect(planOf(run)).toContain('done: 2024-01-12')
  })

  it('is no .ods', async () => {
    const bytes = savedByCalc(await exported(ACTIONS), 'xlsx', 'ods')
    expect((await bringIn(bytes)).err).toContain('it is an OpenDocument file, such as .ods')
  })
})

describe('records', () => {
  it('come back from a workbook as they are', async () => {
    const plans = shippedPlans()
    const run = await bringIn(await exported([], plans), ['-f', 'json'], plans)
    expect(JSON.parse(run.out)).toMatchObject({
      sheet: 'Records',
      summary: { rows: 17, unchanged: 17 },
    })
    expect(Object.fromEntries(run.files)).toMatchObject(plans)
  })

  it.skipIf(mayBeSkipped)(
    `are made and filled from one, with faults named by their cells${isNoted}`,
    async () => {
      const HEAD = [
        'record',
        'authority',
        'framework',
        'published',
        'received',
        'visitedFrom',
        'visitedTo',
      ]
      const cells = [
        HEAD,
        ['a', 'Shropshire Council', 'ilacs-focused-visit', '', '12/13/2024'],
        [
          '',
          'Leeds City Council',
          'ilacs-focused-visit',
          { day: '2024-02-02', format: 'dd/mm/yyyy' },
          '',
        ],
        ['', 'York', 'sif', '31/02/2024', ''],
      ]
      const letters = [...'ABCDEFG']
      const bytes = filledIn(
        Object.fromEntries(
          cells.flatMap((line, at) =>
            line.map((cell, index) => [`${letters[index]}${at + 1}`, cell] as const),
          ),
        ),
      )
      const { exitCode, out, files } = await bringIn(bytes)
      expect(exitCode).toBe(1)
      expect(out).toContain(
        'row 4: York: published (D4) is `31/02/2024`: the calendar has no such day',
      )
      expect(out).toContain('row 2: a: received (E2) is `12/13/2024`')
      expect([...files.values()]).toContainEqual(expect.stringContaining('published: 2024-02-02'))
    },
  )
})

it('a thousand actions are exported and brought in again', async () => {
  const plan = (index: number) =>
    record(
      `actions:\n${Array.from({ length: 40 }, (_, at) => `  - { id: A${at}, title: Action ${at} of ${index}, due: 2024-0${1 + (at % 9)}-15 }`).join('\n')}\n`,
    )
  const files = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [`plans/c${index}.yaml`, plan(index)]),
  )
  const run = await bringIn(await exported(ACTIONS, files), ['-f', 'json'], files)
  expect(JSON.parse(run.out).summary.rows).toEqual({
    new: 0,
    changed: 0,
    unchanged: 1000,
    refused: 0,
  })
})
