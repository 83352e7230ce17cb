let address = ''

/** Says which program is talked to. */
export function talkTo(url: string): void {
  address = url
}

/** The address of the program under test. */
export function programUrl(): string {
  if (!address) throw new Error('talkTo has not been called')
  return address
}
