import { configSchema } from '../../config/config.ts'
import { frameworkSchema } from '../../frameworks/framework.ts'
import { recordSchema } from '../../records/record.ts'
import { checkSchema } from '../../reports/json-schema.ts'
import { actionMappingSchema } from '../import/actions/action-mapping.ts'
import { mappingSchema } from '../import/rows/mapping.ts'
import { DRAFT } from './draft.ts'

/** The JSON Schemas that plandue publishes, by the names that `plandue schema` takes. */
export const schemas = {
  record: { $schema: DRAFT, ...recordSchema },
  config: { $schema: DRAFT, ...configSchema },
  framework: { $schema: DRAFT, ...frameworkSchema },
  mapping: { $schema: DRAFT, ...mappingSchema },
  'action-mapping': { $schema: DRAFT, ...actionMappingSchema },
  'check-json': { $schema: DRAFT, ...checkSchema },
}
