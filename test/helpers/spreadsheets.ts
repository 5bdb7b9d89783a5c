import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Programs that know nothing of the libraries of plandue: openpyxl, and Calc of LibreOffice. */

/** Debian's interpreter, for which Debian's package is. */
const PYTHON = '/usr/bin/python3'

const areThere =
  spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0 &&
  spawnSync('soffice', ['--version']).status === 0

/** In CI a skip would be a failure: there they are installed. */
export const mayBeSkipped = process.env['CI'] === undefined && !areThere
export const isNoted = areThere
  ? ''
  : ' (skipped: libreoffice-calc-nogui or python3-openpyxl is not installed)'

/** A cell: what it holds, of which kind it is (`s` text, `n` number, `d` day, `f` formula), and its fill. */
export type ReadCell = {
  value: string | number | null
  kind: string
  format: string
  fill: string
  wrap: boolean
}
export type ReadSheet = {
  name: string
  frozen: string | null
  filter: string | null
  widths: number[]
  rows: ReadCell[][]
}

const READER = `
import base64, datetime, io, json, sys, warnings
import openpyxl
warnings.simplefilter('ignore')
def cell(c):
  day = isinstance(c.value, datetime.datetime)
  return {
    'value': c.value.date().isoformat() if day else c.value, 'kind': c.data_type, 'format': c.number_format,
    'fill': c.fill.fgColor.rgb if c.fill.fill_type == 'solid' else '', 'wrap': bool(c.alignment.wrap_text),
  }
book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(sys.stdin.read())))
print(json.dumps([{
  'name': s.title, 'frozen': s.freeze_panes, 'filter': s.auto_filter.ref,
  'widths': [s.column_dimensions[openpyxl.utils.get_column_letter(i + 1)].width for i in range(s.max_column)],
  'rows': [[cell(c) for c in row] for row in s.iter_rows()],
} for s in book]))`

/** The sheets of a workbook by openpyxl, on a machine in a time zone. */
export function readByPython(bytes: Uint8Array, timeZone = 'Europe/London'): ReadSheet[] {
  return JSON.parse(python(READER, Buffer.from(bytes).toString('base64'), timeZone))
}

const WRITER = `
import base64, datetime, io, json, sys, warnings
import openpyxl
warnings.simplefilter('ignore')
task = json.loads(sys.stdin.read())
book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(task['book']))) if task['book'] else openpyxl.Workbook()
sheet = book.worksheets[0]
for [place, value] in task['cells']:
  if isinstance(value, dict):
    sheet[place].number_format = value['format']
    value = datetime.date.fromisoformat(value['day']) if 'day' in value else value['value']
  sheet[place] = value
out = io.BytesIO()
book.save(out)
print(base64.b64encode(out.getvalue()).decode())`

type Typed =
  | string
  | number
  | boolean
  | { day: string; format: string }
  | { value: number; format: string }

/** A workbook in whose first sheet somebody has filled in cells, by their places such as `H2`. */
export function filledIn(cells: Readonly<Record<string, Typed>>, book?: Uint8Array): Uint8Array {
  const task = {
    book: book ? Buffer.from(book).toString('base64') : '',
    cells: Object.entries(cells),
  }
  return Buffer.from(python(WRITER, JSON.stringify(task), 'Europe/London'), 'base64')
}

function python(program: string, input: string, timeZone: string): string {
  const env = { ...process.env, TZ: timeZone, PYTHONIOENCODING: 'utf-8' }
  const done = spawnSync(PYTHON, ['-c', program], {
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout
}

const FOLDER = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-calc-'))

/**
 * What Calc makes of a file: it opens one and saves it in another format, as a person in Britain does
 * who takes a date for a date.
 */
export function savedByCalc(
  file: Uint8Array | string,
  from: 'csv' | 'xlsx',
  to: 'csv' | 'xlsx' | 'ods',
): Uint8Array {
  const folder = mkdtempSync(join(FOLDER, 'file-'))
  writeFileSync(join(folder, `in.${from}`), file)
  const profile = `-env:UserInstallation=file://${join(FOLDER, 'profile')}`
  // Commas, double quotes, UTF-8, from the first line; in English of Britain, dates are detected when it
  // is read, and cells written as they are shown.
  const how = from === 'csv' ? ['--infilter=CSV:44,34,76,1,,2057,false,true'] : []
  const format = to === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true' : to
  const args = [
    profile,
    '--headless',
    ...how,
    '--convert-to',
    format,
    '--outdir',
    join(folder, 'out'),
  ]
  const { stderr } = spawnSync('soffice', [...args, join(folder, `in.${from}`)], {
    encoding: 'utf8',
  })
  const [name] = readdirSync(join(folder, 'out'))
  if (name === undefined) throw new Error(stderr)
  return readFileSync(join(folder, 'out', name))
}
