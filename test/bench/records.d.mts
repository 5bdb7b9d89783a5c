export function writeRecords(folder: string, count: number): void
