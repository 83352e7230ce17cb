import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dueOn, judge, momentOf, passedWhenSet, planned, type Moment, type Notice, type Planned } from './notices.ts'
import { daysLeftOn, statusOn } from './status.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const before = (days: number): Notice => ({ side: 'BEFORE_END', days })
const after = (days: number): Notice => ({ side: 'AFTER_END', days })
const at = (today: string, open = true): Moment => ({
  today: day(today),
  through: open ? day(today) : day(today).subtract({ days: 1 }),
})
const end = day('2026-06-30')
const all = planned(end, [before(30), before(7), before(0), after(1), after(5)], ['a'])
const alive = { lastEndsOn: end, terminated: false }
const named = (notices: readonly Planned[]) =>
  notices.map(({ side, days }) => `${side === 'BEFORE_END' ? '-' : '+'}${days}`)
const judged = (moment: Moment, waiting = all, state = alive) => {
  const { send, skip } = judge(waiting, state, moment)
  return [named(send).join(' '), skip.map(({ notice, because }) => `${named([notice])[0]} ${because}`).join(', ')]
}

describe('status and days left', () => {
  const span = { draft: false, startsOn: day('2026-01-01'), endsOn: end, terminatedOn: null }
  test.each([
    ['2025-12-31', 'UPCOMING', null],
    ['2026-01-01', 'ACTIVE', 181],
    ['2026-05-21', 'ACTIVE', 41],
    ['2026-06-30', 'ACTIVE', 1],
    ['2026-07-01', 'EXPIRED', null],
  ])('on %s: %s', (today, status, left) => {
    expect([statusOn(span, day(today)), daysLeftOn(span, day(today))]).toEqual([status, left])
  })
  test('a draft is a draft; an early end holds from its day on', () => {
    expect(statusOn({ ...span, draft: true }, day('2026-03-01'))).toBe('DRAFT')
    const ended = { ...span, terminatedOn: day('2026-03-10') }
    expect([statusOn(ended, day('2026-03-09')), daysLeftOn(ended, day('2026-03-09'))]).toEqual(['ACTIVE', 2])
    expect([statusOn(ended, day('2026-03-10')), daysLeftOn(ended, day('2026-03-10'))]).toEqual(['TERMINATED', null])
    expect(statusOn(ended, day('2027-01-01'))).toBe('TERMINATED')
  })
})

describe('notices', () => {
  test('days before and after the end, in order', () => {
    expect(all.map((notice) => dueOn(end, notice).toString())).toEqual([
      '2026-05-31',
      '2026-06-23',
      '2026-06-30',
      '2026-07-01',
      '2026-07-05',
    ])
    expect(dueOn(day('2028-03-01'), before(1)).toString()).toBe('2028-02-29')
  })
  test('nothing is due before nine o’clock of its day', () => {
    const clock = (text: string) => momentOf(Temporal.Instant.from(text), 'Europe/Istanbul')
    expect(clock('2026-06-23T05:59:59Z')).toEqual(at('2026-06-23', false))
    expect(clock('2026-06-23T06:00:00Z')).toEqual(at('2026-06-23'))
    expect(clock('2026-06-23T21:00:00Z').today.toString()).toBe('2026-06-24')
    expect(judged(at('2026-05-31', false))).toEqual(['', ''])
    expect(judged(at('2026-05-31'))).toEqual(['-30', ''])
  })
  test('after an outage: what is still true', () => {
    expect(judged(at('2026-06-25'))).toEqual(['-30 -7', ''])
    expect(judged(at('2026-07-01'))).toEqual(['+1', '-30 ENDED, -7 ENDED, -0 ENDED'])
    expect(judged(at('2026-07-01', false))).toEqual(['', '-30 ENDED, -7 ENDED, -0 ENDED'])
    expect(judged(at('2026-09-01'))).toEqual(['+5', '-30 ENDED, -7 ENDED, -0 ENDED, +1 LATER_ONE_SENT'])
    expect(judged(at('2026-09-01'), all.toReversed())[0]).toBe('+5')
  })
  test('each recipient has a latest one of his own', () => {
    const two = planned(end, [after(1), after(5)], ['a', 'b']).filter(
      ({ days, recipientId }) => days === 1 || recipientId === 'a',
    )
    const { send } = judge(two, alive, at('2026-09-01'))
    expect(send.map(({ recipientId, days }) => `${recipientId}${days}`).toSorted()).toEqual(['a5', 'b1'])
  })
  test('a renewed end and a terminated contract send nothing', () => {
    expect(judged(at('2026-06-01'), all.slice(0, 2), { ...alive, lastEndsOn: day('2027-06-30') })).toEqual([
      '',
      '-30 RENEWED, -7 RENEWED',
    ])
    expect(judged(at('2026-06-01'), all.slice(0, 1), { ...alive, terminated: true })).toEqual(['', '-30 TERMINATED'])
  })
  test('a day that has passed when it is set', () => {
    expect(passedWhenSet(all[0]!, day('2026-05-31'))).toBe(false)
    expect(passedWhenSet(all[0]!, day('2026-06-01'))).toBe(true)
  })
})

const notices = fc.uniqueArray(
  fc.oneof(fc.integer({ min: 0, max: 40 }).map(before), fc.integer({ min: 1, max: 40 }).map(after)),
  { selector: ({ side, days }) => `${side}${days}`, maxLength: 8 },
)

test('whatever days the clock is looked at: each notice once, "after" ends with the latest, none late that is not true', () => {
  fc.assert(
    fc.property(
      notices,
      fc.uniqueArray(fc.integer({ min: -50, max: 60 }), { maxLength: 12 }),
      fc.integer({ min: -50, max: 60 }),
      (list, looks, last) => {
        let waiting = planned(end, list, ['a', 'b'])
        const sent: { notice: Planned; on: string }[] = []
        for (const offset of [...looks, last].toSorted((a, b) => a - b)) {
          const moment = at(end.add({ days: offset }).toString())
          const { send, skip } = judge(waiting, alive, moment)
          const done = new Set([...send, ...skip.map(({ notice }) => notice)])
          expect(done.size).toBe(send.length + skip.length)
          waiting = waiting.filter((notice) => !done.has(notice))
          for (const notice of send) {
            expect(dueOn(end, notice).toString() <= moment.today.toString()).toBe(true)
            if (notice.side === 'BEFORE_END') expect(moment.today.toString() <= end.toString()).toBe(true)
            sent.push({ notice, on: moment.today.toString() })
          }
          const afters = send.filter(({ side, recipientId }) => side === 'AFTER_END' && recipientId === 'a')
          expect(afters.length).toBeLessThanOrEqual(1)
        }
        expect(new Set(sent.map(({ notice }) => notice)).size).toBe(sent.length)
        // On every day in time: all of them.
        let rest = planned(end, list, ['a', 'b'])
        let count = 0
        for (let offset = -50; offset <= 60; offset += 1) {
          const { send } = judge(rest, alive, at(end.add({ days: offset }).toString()))
          count += send.length
          rest = rest.filter((notice) => !send.includes(notice))
        }
        expect(count).toBe(list.length * 2)
      },
    ),
  )
})
