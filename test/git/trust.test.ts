import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plandueIn, type Repository, repository } from '../helpers/repository.ts'

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
})
afterEach(() => repo.remove())

const RECORD =
  'authority: A\nframework: sif\nreceived: 2024-01-12\nplan: { final: { submitted: 2024-01-22, evidence: x.pdf } }\n'

/** Every key that `git help config` documents as the name of a program, or of a file of more keys. */
const PROGRAMS = [
  'alias.blame',
  'alias.diff-index',
  'alias.log',
  'alias.ls-files',
  'alias.rev-parse',
  'browser.spy.cmd',
  'browser.spy.path',
  'core.alternateRefsCommand',
  'core.askPass',
  'core.editor',
  'core.fsmonitor',
  'core.gitProxy',
  'core.pager',
  'core.sshCommand',
  'credential.helper',
  'diff.external',
  'diff.spy.command',
  'diff.spy.textconv',
  'difftool.spy.cmd',
  'difftool.spy.path',
  'filter.spy.clean',
  'filter.spy.process',
  'filter.spy.smudge',
  'gpg.openpgp.program',
  'gpg.program',
  'gpg.ssh.defaultKeyCommand',
  'gpg.ssh.program',
  'gpg.x509.program',
  'guitool.spy.cmd',
  'help.browser',
  'hook.spy.command',
  'imap.tunnel',
  'instaweb.browser',
  'instaweb.httpd',
  'interactive.diffFilter',
  'man.spy.cmd',
  'man.spy.path',
  'merge.spy.driver',
  'mergetool.spy.cmd',
  'mergetool.spy.path',
  'pager.blame',
  'pager.diff',
  'pager.log',
  'pager.rev-parse',
  'remote.origin.receivepack',
  'remote.origin.uploadpack',
  'remote.origin.vcs',
  'sendemail.ccCmd',
  'sendemail.headerCmd',
  'sendemail.sendmailCmd',
  'sendemail.smtpServer',
  'sendemail.toCmd',
  'sequence.editor',
  'trailer.spy.cmd',
  'trailer.spy.command',
  'uploadpack.packObjectsHook',
  'web.browser',
]

/** Keys that take a shell command in another form than the path of a program. */
const COMMANDS = (spy: string): [key: string, value: string][] => [
  ['submodule.sub.update', `!${spy}`],
  ['alias.merge-base', `!${spy}`],
  ['alias.ls-tree', `!${spy}`],
  ['remote.origin.url', `ext::${spy}`],
  ['remote.origin.promisor', 'true'],
  ['protocol.ext.allow', 'always'],
  ['protocol.allow', 'always'],
  ['log.showSignature', 'true'],
  ['diff.trustExitCode', 'true'],
]

const LOOKS = [
  ['diff', 'HEAD~1'],
  ['check', '--base', 'HEAD~1'],
  ['check', '--base', 'HEAD'],
  ['check'],
  ['doctor'],
]

it('the list knows each key that the git of this machine says to be one', () => {
  const { stdout } = spawnSync('git', ['help', '--config'], { encoding: 'utf8' })
  const isProgram =
    /\.(\w*cmd|\w*command|\w*program|editor|pager|helper|driver|textconv|clean|smudge|process|external|askPass|fsmonitor|vcs|\w*pack|browser|httpd|tunnel)$/i
  const isSetting = /^(advice|clean|color|column|commitGraph|fetch|gc|pack|repack)\b/
  const named = stdout.split('\n').filter((key) => isProgram.test(key) && !isSetting.test(key))
  const shape = (key: string) =>
    key.toLowerCase().replace(/\.(<[^>]*>|spy|origin|openpgp|ssh|x509)\./, '.*.')
  const known = new Set(PROGRAMS.map(shape))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((key) => !known.has(shape(key)))).toEqual([])
})

describe('what the settings of a checkout name', () => {
  let spy = ''
  const ran = () => existsSync(join(repo.folder, 'ran.txt'))
  beforeEach(() => {
    repo.commit('2024-01-01', { '.gitattributes': '* filter=spy diff=spy merge=spy\n' })
    repo.commit('2024-01-31', { 'plans/a.yaml': RECORD, 'x.pdf': '' })
    // Its time is not that of the index, and its length is: nobody can tell without a look into it.
    repo.write({ 'plans/a.yaml': RECORD.replace('01-22', '01-23') })
    spy = join(repo.folder, '.git/spy')
    writeFileSync(spy, `#!/bin/sh\necho "$0 $*" >> '${repo.folder}/ran.txt'\ncat\n`)
    chmodSync(spy, 0o755)
  })

  const runAll = async () => {
    for (const args of LOOKS) {
      const { err } = await plandueIn(repo.folder, [...args, '--today', '2024-02-05'])
      expect(err).not.toContain('plandue:')
    }
  }

  it('does not run, whichever of the keys it stands under', async () => {
    for (const key of PROGRAMS) repo.git(['config', key, spy])
    for (const [key, value] of COMMANDS(spy)) repo.git(['config', key, value])
    await runAll()
    expect(ran()).toBe(false)
    // A plain `git diff` shows that the settings do run it.
    spawnSync('git', ['diff', 'HEAD'], { cwd: repo.folder })
    expect(ran()).toBe(true)
  })

  it('does not run from a file that the settings include', async () => {
    const settings = PROGRAMS.map((key) => {
      const [section = '', ...rest] = key.split('.')
      const name = rest.pop()
      const head = rest.length > 0 ? `${section} "${rest.join('.')}"` : section
      return `[${head}]\n\t${name} = ${spy}\n`
    })
    writeFileSync(join(repo.folder, '.git/more'), settings.join(''))
    repo.git(['config', 'include.path', 'more'])
    repo.git(['config', `includeIf.gitdir:${repo.folder}/.path`, 'more'])
    await runAll()
    expect(ran()).toBe(false)
  })

  it('does not run as a hook', async () => {
    mkdirSync(join(repo.folder, '.git/hooks'), { recursive: true })
    for (const hook of ['post-index-change', 'fsmonitor-watchman', 'reference-transaction']) {
      cpSync(spy, join(repo.folder, '.git/hooks', hook))
    }
    repo.git(['config', 'core.hooksPath', join(repo.folder, '.git/hooks')])
    rmSync(join(repo.folder, 'ran.txt'), { force: true })
    await runAll()
    expect(ran()).toBe(false)
  })

  it('does not run to fetch what a partial clone has not', async () => {
    for (const [key, value] of COMMANDS(spy)) repo.git(['config', key, value])
    repo.git(['config', 'core.repositoryFormatVersion', '1'])
    repo.git(['config', 'extensions.partialClone', 'origin'])
    const oid = repo.git(['rev-parse', 'HEAD:plans/a.yaml'])
    rmSync(join(repo.folder, '.git/objects', oid.slice(0, 2), oid.slice(2)))
    for (const args of LOOKS) await plandueIn(repo.folder, [...args, '--today', '2024-02-05'])
    expect(ran()).toBe(false)
  })
})

describe('a bare repository among the files of a commit', () => {
  /** Makes `council/` a repository by ordinary files, whose branch is what the attacker says it is. */
  function attack(): string {
    repo.commit('2024-01-01', {
      'council/plandue.yaml': 'records: plans\n',
      'council/plans/a.yaml': 'authority: A\nframework: sif\nreceived: 2024-01-12\n',
    })
    repo.git(['update-ref', 'refs/remotes/origin/main', 'HEAD'])
    const council = join(repo.folder, 'council')
    repo.write({ 'council/plans/a.yaml': 'authority: A\nframework: sif\nreceived: 2024-03-12\n' })
    for (const name of ['objects', 'refs']) {
      cpSync(join(repo.folder, '.git', name), join(council, name), { recursive: true })
    }
    repo.write({
      'council/HEAD': 'ref: refs/heads/main\n',
      'council/info/attributes': '* filter=evil\n',
      'council/config': `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n[filter "evil"]\n\tclean = "echo ran >> ran.txt; cat"\n`,
    })
    const git = (...args: string[]) =>
      spawnSync(
        'git',
        ['-c', 'user.name=x', '-c', 'user.email=x', '-c', 'filter.evil.clean=cat', ...args],
        { cwd: council, env: { ...process.env, GIT_DIR: '.', GIT_WORK_TREE: '..' } },
      )
    git('add', 'plans', 'plandue.yaml')
    git('commit', '-q', '-m', 'x')
    git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    repo.commit('2024-01-02')
    rmSync(join(repo.folder, 'ran.txt'), { force: true })
    rmSync(join(council, 'ran.txt'), { force: true })
    return council
  }

  it('runs nothing, and is not compared with itself', async () => {
    const council = attack()
    for (const args of [['check', '--base', 'origin/main'], ['diff', 'origin/main'], ['doctor']]) {
      const { err, exitCode } = await plandueIn(council, [...args, '--today', '2024-02-05'])
      expect(existsSync(join(repo.folder, 'ran.txt'))).toBe(false)
      if (args[0] === 'doctor') continue
      expect(err).toContain('cannot use bare repository')
      expect(exitCode).toBe(2)
    }
  })

  it('is one to a git that nobody warned, which runs the program', () => {
    const council = attack()
    const file = join(council, 'plans/a.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}notes: x\n`)
    spawnSync('git', ['diff', 'origin/main'], { cwd: council })
    expect(readdirSync(repo.folder)).toContain('ran.txt')
  })
})

describe('the repository of another user', () => {
  afterEach(() => {
    delete process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER']
    process.env['GIT_CONFIG_GLOBAL'] = '/dev/null'
  })

  it('is not read, until whoever runs plandue trusts it', async () => {
    repo.commit('2024-01-31', { 'plans/a.yaml': RECORD, 'x.pdf': '' })
    process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1'
    const refused = await plandueIn(repo.folder, ['diff'])
    expect(refused.exitCode).toBe(2)
    expect(refused.err).toContain('dubious ownership')
    const settings = join(repo.folder, '.git/trust')
    writeFileSync(settings, `[safe]\n\tdirectory = ${repo.folder}\n`)
    process.env['GIT_CONFIG_GLOBAL'] = settings
    expect((await plandueIn(join(repo.folder, 'plans'), ['diff'])).err).not.toContain('dubious')
  })
})
