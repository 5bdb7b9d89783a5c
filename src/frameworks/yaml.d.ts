/** A shipped framework, taken in as data by the build. A test reads each by its schema. */
declare module '*.yaml' {
  const framework: import('./framework.ts').Framework
  export default framework
}
