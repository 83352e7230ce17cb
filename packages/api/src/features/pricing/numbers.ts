/** Numbers that work is made of again and again. */
import { Exact } from './plan.ts'

export const zero = new Exact(0)

const minutes: Exact[] = []
const hours: Exact[] = []
const minutesOfADay = 1_440
const isUsual = (count: number) => Number.isInteger(count) && count >= 0 && count <= minutesOfADay

/** So many minutes. */
export const minutesOf = (count: number): Exact =>
  isUsual(count) ? (minutes[count] ??= new Exact(count)) : new Exact(count)

/** Minutes as hours. */
export function hoursOf(count: Exact): Exact {
  const whole = count.toNumber()
  return isUsual(whole) && count.equals(whole) ? (hours[whole] ??= count.dividedBy(60)) : count.dividedBy(60)
}
