import { type CheckResult, finding } from './finding.ts'

/** Whether the configuration is sound; `faults` are what is wrong, one text each. */
export function configurationFinding(
  file: string | undefined,
  faults: readonly string[],
): CheckResult {
  if (faults.length === 0) {
    const what = file === undefined ? 'There is none, and none is needed.' : `\`${file}\` is sound.`
    return finding('configuration', 'ok', what)
  }
  const [first = '', ...others] = faults
  const what = others.length > 0 ? `${first}, and ${others.length} more.` : `${first}.`
  return finding('configuration', 'failure', what, {
    next: 'Mend it: until then every check ends with 2. The findings here leave out what is faulty.',
    details: faults,
  })
}
