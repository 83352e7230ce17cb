import { isIPv6 } from 'node:net'

/**
 * The bucket that limits count an address in: an IPv4 address itself, of an IPv6 address its /64, because a single
 * customer is given a whole /64 and may change addresses in it at will.
 */
export function ipBucket(ip: string): string {
  const address = ip.split('%')[0]!
  if (!isIPv6(address)) return address
  const mapped = address.lastIndexOf(':') < address.indexOf('.') ? address.slice(address.lastIndexOf(':') + 1) : null
  if (mapped && address.toLowerCase().startsWith('::ffff:')) return mapped
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return `${groups.map((group) => (parseInt(group, 16) || 0).toString(16)).join(':')}::/64`
}
