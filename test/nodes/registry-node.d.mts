export const NODE_VERSIONS: Readonly<Record<string, string>>
