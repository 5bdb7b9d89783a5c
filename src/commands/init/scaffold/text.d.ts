/** A text that plandue writes into a repository, taken in as it is by the build. */
declare module '*.yml' {
  const text: string
  export default text
}

declare module '*.md' {
  const text: string
  export default text
}

declare module '*.groovy' {
  const text: string
  export default text
}
