import type { Mapping } from '../rows/mapping.ts'
import ilacsHistory from './ilacs-history.yaml'

/**
 * The mappings that plandue ships. To add one, write its YAML file and add it here; the build takes
 * the file in as data, and a test reads it with the reader that a user's own mapping goes through.
 */
export const shippedMappings: readonly Mapping[] = [ilacsHistory]
