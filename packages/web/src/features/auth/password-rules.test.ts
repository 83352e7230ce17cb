import { describe, expect, it } from 'vitest'
import { isLongEnough, isVaried } from './password-rules'

describe('rules of a new password', () => {
  it('counts characters as people do', () => {
    expect(isLongEnough('kestane-ke')).toBe(true)
    expect(isLongEnough('kestane-k')).toBe(false)
    expect(isLongEnough('🌰'.repeat(10))).toBe(true)
    expect(isLongEnough('a'.repeat(257))).toBe(false)
  })
  it.each(['aaaaaaaaaa', 'abababababab', '1234567890', '9876543210', 'abcdefghij', 'abcdabcdabcd'])(
    '%s is not varied',
    (password) => expect(isVaried(password)).toBe(false),
  )
  it.each(['Kestane-Kebap', 'uzun bir cümle', 'Demo-Parola-1'])('%s is varied', (password) =>
    expect(isVaried(password)).toBe(true),
  )
})
