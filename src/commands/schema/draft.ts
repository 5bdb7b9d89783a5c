/** The version of JSON Schema in which every schema is published. */
export const DRAFT = 'https://json-schema.org/draft/2020-12/schema'
