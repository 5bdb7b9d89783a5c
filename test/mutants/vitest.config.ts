import picomatch from 'picomatch'
import { mergeConfig } from 'vitest/config'
import {
  BaseSequencer,
  type TestSpecification,
  type Vite,
  type VitestPluginContext,
} from 'vitest/node'
import usual from '../vitest.config.ts'

// Only the tests of one room are run against its mutants: see mutants.mjs.
const include: string[] = JSON.parse(process.env['MUTANT_TESTS'] ?? '[]')

/** Runs the tests in the order of their patterns, since the first that fails ends the run. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

const matchers = include.map((pattern) => picomatch(`**/${pattern}`, { dot: true }))

function rankOf({ moduleId }: TestSpecification) {
  return matchers.findIndex((matches) => matches(moduleId))
}

/** Stryker asks for threads, whatever the configuration says. */
const poolOfRoom: Vite.Plugin = {
  name: 'pool-of-room',
  configureVitest({ project }: VitestPluginContext) {
    project.config.pool = process.env['MUTANT_POOL'] ?? 'threads'
  },
}

export default mergeConfig(
  {
    ...usual,
    plugins: [...(usual.plugins ?? []), poolOfRoom],
    test: { ...usual.test, include: [] },
  },
  {
    test: {
      include,
      setupFiles: ['test/mutants/load-first.ts'],
      sequence: { sequencer: NearestFirst },
      // Each mutant has a fresh thread, whose test files share what they load: that halves the time.
      isolate: false,
      // Its own set-up file must be run for each of them, which only what Vite loads is.
      server: { deps: { inline: [/stryker-setup/] } },
    },
  },
)
