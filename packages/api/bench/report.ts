/** What was measured, against what was promised. */
export interface Figure {
  what: string
  value: number
  unit: string
  /** At most, or at least, so much; absent where nothing is promised. */
  most?: number
  least?: number
  /** Shown behind it. */
  note?: string
}

/** Prints figures as a table with a verdict for each promise. */
export function print(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  const width = Math.max(...figures.map(({ what }) => what.length))
  for (const figure of figures) {
    const promise =
      figure.most !== undefined ? `≤ ${figure.most}` : figure.least !== undefined ? `≥ ${figure.least}` : ''
    const cells = [
      figure.what.padEnd(width),
      number(figure.value).padStart(9),
      figure.unit.padEnd(5),
      promise.padEnd(8),
      verdict(figure).padEnd(7),
      figure.note ?? '',
    ]
    console.log(`  ${cells.join(' ').trimEnd()}`)
  }
}

/** Figures that miss their promise. */
export const missed = (figures: readonly Figure[]): Figure[] => figures.filter((figure) => verdict(figure) === 'MISSED')

function verdict({ value, most, least }: Figure): string {
  if (most === undefined && least === undefined) return ''
  return (most === undefined || value <= most) && (least === undefined || value >= least) ? 'ok' : 'MISSED'
}

/** Three figures that mean something. */
const number = (value: number) => {
  const size = Math.abs(value)
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 3)
}
