const UNITS = ['kB', 'MB', 'GB', 'TB'] as const

/** A size as people say it: 1 572 864 bytes are 1.5 MB. */
export function bytes(count: number, number: (value: number) => string): string {
  let [size, unit] = [count / 1024, 0]
  while (size >= 1024 && unit < UNITS.length - 1) [size, unit] = [size / 1024, unit + 1]
  return `${number(size < 10 ? Math.round(size * 10) / 10 : Math.round(size))} ${UNITS[unit]}`
}
