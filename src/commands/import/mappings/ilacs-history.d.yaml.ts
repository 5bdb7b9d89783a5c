/** A shipped mapping, taken in as data by the build. A test reads it by its schema. */
declare const mapping: import('../rows/mapping.ts').Mapping
export default mapping
