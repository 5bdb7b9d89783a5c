export function textsIn(folder: string): Record<string, string>
