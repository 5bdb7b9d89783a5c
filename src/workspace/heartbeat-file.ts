import { readYaml, type ValueOf } from '../yaml/read.ts'
import { DATE, type ObjectSchema } from '../yaml/schema.ts'

const schema = {
  type: 'object',
  properties: {
    plandue: { type: 'string' },
    ranAt: DATE,
    today: DATE,
    exitCode: { type: 'integer', minimum: 0, maximum: 1 },
    records: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    items: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  },
  required: ['plandue', 'ranAt', 'today', 'exitCode', 'records', 'items'],
  // A later version may add keys.
  additionalProperties: {},
} as const satisfies ObjectSchema

/** What a scheduled run leaves when it has finished, so that a dead schedule is noticed. */
export type Heartbeat = ValueOf<typeof schema>

/** The heartbeat as doctor finds it; `nowhere` if neither an option nor the configuration names a file. */
export type KeptHeartbeat =
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'missing' | 'unreadable'; readonly file: string }
  | { readonly kind: 'kept'; readonly file: string; readonly heartbeat: Heartbeat }

export function heartbeatText(heartbeat: Heartbeat): string {
  return `${JSON.stringify(heartbeat, null, 2)}\n`
}

/** Undefined for a text that is not a heartbeat. */
export function readHeartbeat(text: string): Heartbeat | undefined {
  const { value, diagnostics } = readYaml<Heartbeat>(text, '', schema)
  return diagnostics.length === 0 ? value : undefined
}
