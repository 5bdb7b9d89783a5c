import type { Arbitrary } from 'fast-check'

/** What one run of plandue gets. */
export type Case = {
  readonly files: Readonly<Record<string, string>>
  readonly args: readonly string[]
}

/** Faults of the same rule and the same short name are one; the detail is for people. */
export type Fault = { readonly rule: string; readonly detail: string }

/** A kind of input: how cases of it are made, and what must hold of each. */
export type Kind = {
  readonly cases: Arbitrary<Case>
  readonly faultsOf: (one: Case) => Promise<readonly Fault[]> | readonly Fault[]
}

/** As a list of none or one. */
export function faultIf(isFault: boolean, rule: string, detail: () => string): readonly Fault[] {
  return isFault ? [{ rule, detail: detail() }] : []
}
