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
  // A later plandue may keep more; what an earlier one needs is still there.
  additionalProperties: {},
} as const satisfies ObjectSchema

/** What a scheduled run leaves behind when it has done its work, so that a silence is noticed. */
export type Heartbeat = ValueOf<typeof schema>

/** The heartbeat as doctor finds it: none is kept anywhere, or its file, and what that holds. */
export type KeptHeartbeat =
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'missing' | 'unreadable'; readonly file: string }
  | { readonly kind: 'kept'; readonly file: string; readonly heartbeat: Heartbeat }

/** A heartbeat as the text of its file. */
export function heartbeatText(heartbeat: Heartbeat): string {
  return `${JSON.stringify(heartbeat, null, 2)}\n`
}

/** The heartbeat that a text is; undefined if it is none. */
export function readHeartbeat(text: string): Heartbeat | undefined {
  const { value, diagnostics } = readYaml<Heartbeat>(text, '', schema)
  return diagnostics.length === 0 ? value : undefined
}
