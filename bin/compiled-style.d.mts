export function compiledStyle(
  file: string,
): Promise<{ readonly css: string; readonly hash: string }>
