import { type CheckResult, finding } from './finding.ts'

/** `faults` are what is wrong with the configuration, one text each. */
export function configurationFinding(
  file: string | undefined,
  faults: readonly string[],
): CheckResult {
  if (faults.length === 0) {
    const what =
      file === undefined ? 'There is no plandue.yaml, and none is needed.' : `\`${file}\` is valid.`
    return finding('configuration', 'ok', what)
  }
  const [first = '', ...others] = faults
  const what = others.length > 0 ? `${first}, and ${others.length} more.` : `${first}.`
  return finding('configuration', 'failure', what, {
    next: 'Fix it: until then every check exits with 2. The results here ignore the faulty parts.',
    details: faults,
  })
}
