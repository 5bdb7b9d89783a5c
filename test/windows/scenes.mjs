// What no command shows that runs alone: two writers at once, a lock that a dead run has left, a file
// that another program has open, the scripts of package.json under cmd.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { env, onDrive, run, wine } from './wine.mjs'

const TODAY = ['--today', '2024-02-05']

/** The faults that the scenes find; `folder` is a repository of plans, `root` the checkout. */
export async function scenes({ node, root, folder }) {
  const windows = (...args) => run(wine, [node, ...args], folder)
  const plandue = (...args) => windows(onDrive(join(root, 'bin/plandue.js')), ...args, ...TODAY)
  // As a command line of its own, in which quotes count.
  const cmd = (line, cwd, variables) => run(wine, ['cmd', '/d', '/c', line], cwd, variables)
  return [
    ...(await twoWriters({ plandue, folder })),
    ...(await leftoverLock({ plandue, windows, folder })),
    ...(await heldFile({ plandue, cmd, node, folder })),
    ...(await startScript({ cmd, node, root })),
  ]
}

async function twoWriters({ plandue, folder }) {
  const why = ['--reason', 'One', '--approved-by', 'Director', '--until', '2024-03-01']
  const ends = await Promise.all([
    plandue('waive', 'leeds#final', '--rule', 'dueSoon', ...why),
    plandue('expect', 'leeds#final', '--on', '2024-04-02'),
  ])
  const text = readFileSync(join(folder, 'plans/leeds.yaml'), 'utf8')
  // Whoever finds that the other has just written is refused, and says so; nothing is lost.
  const isSound = ['reason: One', 'expected: 2024-04-02'].map((change, index) => {
    const { status, err } = ends[index]
    return text.includes(change) ? status === 0 : status === 3 && err.includes('run this again')
  })
  const isOne = ends.some(({ status }) => status === 0)
  if (isOne && isSound.every(Boolean)) return []
  return [`two writers at once: a change is lost\n${saidBy(...ends)}\n${text}`]
}

async function leftoverLock({ plandue, windows, folder }) {
  const { out } = await windows('-p', 'process.pid + " " + os.hostname()')
  const [id, machine = ''] = out.trim().split(' ')
  const flags = join(folder, 'plans/.plandue-lock')
  const name = `records.lock-${id}_unknown_unknown_abc123_${machine.replace(/[^A-Za-z0-9.-]/g, '-')}`
  writeFileSync(join(flags, name), '')
  const end = await plandue('expect', 'leeds#final', '--on', '2024-04-03')
  const isGone = !existsSync(join(flags, name))
  if (end.status === 0 && isGone) return []
  return [`a lock of a dead run: ${readdirSync(flags)}\n${saidBy(end)}`]
}

async function heldFile({ plandue, cmd, node, folder }) {
  // What cmd sends the output of a program into is open to no other until that ends.
  const file = join(folder, 'held.csv')
  const code = 'setInterval(() => require("fs").existsSync("let-go") && process.exit(), 100)'
  writeFileSync(join(folder, 'hold.cjs'), code)
  const holder = cmd(`${onDrive(node)} hold.cjs > held.csv`, folder)
  while (!existsSync(file)) await sleep(50)
  const during = await plandue('check', '-f', 'csv=held.csv')
  writeFileSync(join(folder, 'let-go'), '')
  await holder
  const after = await plandue('check', '-f', 'csv=held.csv')
  const isNamed = during.status === 3 && during.err.includes('another program has it open')
  const isWritten = readFileSync(file, 'utf8').includes('leeds#final')
  return isNamed && isWritten ? [] : [`a file that is open elsewhere:\n${saidBy(during, after)}`]
}

async function startScript({ cmd, node, root }) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const variables = { ...env, WINEPATH: onDrive(dirname(node)) }
  const expected = await run('sh', ['-c', scripts.start], root)
  const found = await cmd(scripts.start, root, variables)
  const isSame = found.status === 0 && found.out.replaceAll('\r\n', '\n') === expected.out
  return isSame ? [] : [`\`npm start\` under cmd and sh:\n${saidBy(found, expected)}`]
}

function saidBy(...ends) {
  return ends.map(({ status, out, err }) => `  ${status} ${out}${err}`).join('\n')
}
