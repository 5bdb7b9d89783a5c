import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plandue, shippedPlans } from '../helpers/plandue.ts'
import { scenarios } from './scenarios.ts'

/** Debian's browser: no other is downloaded. */
const CHROMIUM = '/usr/bin/chromium'
const isThere = existsSync(CHROMIUM)
const isNoted = isThere ? '' : ' (skipped: chromium is not installed)'
const mayBeSkipped = process.env['CI'] === undefined && !isThere

const GOVERNANCE = `governance:
  final:
    - { id: board, title: Improvement board, workingDaysBefore: 15 }
    - { id: legal, title: Legal check, workingDaysBefore: 4 }
`
const mixed = {
  ...scenarios['mixed'],
  files: { ...scenarios['mixed']?.files, 'plandue.yaml': GOVERNANCE },
}
const shipped = { files: { ...shippedPlans(), 'plandue.yaml': GOVERNANCE } }

/** Commands whose pages are opened, and what there is to read in. */
const pages: Record<string, { args: string[]; files: Record<string, string> }> = {
  check: {
    args: ['check', '--all', '--people', '-v', '--today', mixed.today ?? ''],
    files: mixed.files,
  },
  'check of all that is shipped': { args: ['check', '--today', '2024-02-05'], ...shipped },
  explain: { args: ['explain', 'shropshire-2023', '-v', '--today', '2024-02-05'], ...shipped },
  timeline: { args: ['timeline', 'shropshire', '--today', '2024-02-05'], ...shipped },
  stats: { args: ['stats', '--today', '2024-02-05'], ...shipped },
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(mayBeSkipped)(`in a browser${isNoted}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'plandue-html-'))
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    for (const [name, { args, files }] of Object.entries(pages)) {
      const { out } = await plandue([...args, '-f', 'html'], { files })
      writeFileSync(join(folder, `${name}.html`), out)
    }
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  /** A page as it is opened from disk, and all that it asked for and said meanwhile. */
  async function opened(name: string, width: number) {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    const noted: string[] = []
    page.on('console', (message) => noted.push(message.text()))
    page.on('pageerror', (error) => noted.push(error.message))
    page.on('request', (request) => noted.push(request.url()))
    const url = pathToFileURL(join(folder, `${name}.html`)).href
    await page.goto(url)
    return { page, others: () => noted.filter((one) => one !== url) }
  }

  describe.each(Object.keys(pages))('%s', (name) => {
    it('has no fault that axe finds, narrow, wide or in print, and asks for nothing', async () => {
      const { page, others } = await opened(name, 1280)
      expect(await violationsIn(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await violationsIn(page)).toEqual([])
      // As wide as the window, which is one of 1280 at 400 %.
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.emulateMedia({ media: 'print' })
      expect(await violationsIn(page)).toEqual([])
      expect(others()).toEqual([])
      await page.close()
    })
  })

  it('is gone through by keyboard in the order of what is read, from a way past its head', async () => {
    const { page } = await opened('check', 1280)
    const inOrder: string[] = await page.evaluate(
      `[...document.querySelectorAll('a, summary')].map((one) => one.textContent)`,
    )
    const reached: string[] = []
    for (const _ of inOrder) {
      await page.keyboard.press('Tab')
      reached.push(await page.evaluate('document.activeElement.textContent'))
    }
    expect(reached).toEqual(inOrder)
    expect(reached[0]).toBe('Skip to the report')
    await page.close()
  })

  it('leads to the row of an item, and unfolds what is finished', async () => {
    const { page } = await opened('check of all that is shipped', 1280)
    await page.click('.lead a')
    expect(await page.evaluate(`document.querySelector(':target').tagName`)).toBe('TR')
    expect(await page.isVisible('.finished table')).toBe(false)
    await page.click('.finished summary')
    expect(await page.isVisible('.finished table')).toBe(true)
    await page.close()
  })

  it('is printed on pages of A4', async () => {
    const { page } = await opened('check', 1280)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const sizes = [...pdf.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box]) => box)
    expect(sizes.length).toBeGreaterThan(1)
    expect([...new Set(sizes)]).toEqual(['0 0 594.95996 841.91998'])
    await page.close()
  })
})

/** The rules that a page breaks, and where. */
async function violationsIn(page: Page): Promise<string[]> {
  // Not by an element: the policy of the page lets no script run.
  await page.evaluate(axe)
  const { violations }: AxeResults = await page.evaluate('axe.run()')
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
