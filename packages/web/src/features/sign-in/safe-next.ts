/** Where to go after signing in: a path of our own, never another site and never back to the sign-in page. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /^\/(login|forgot|reset|invite)(\/|\?|$)/.test(next)) return '/'
  return next
}
