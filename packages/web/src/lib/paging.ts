/** How many rows a list shows at once. */
const PAGE_SIZE = 50

export interface PageParams {
  after?: string
  before?: string
  /** Which page the cursors lead to, counted from 1; for words only. */
  page?: number
}

/** The connection arguments of a page: forwards from a cursor, backwards from a cursor, or the beginning. */
export const pageVariables = ({ after, before }: PageParams, size = PAGE_SIZE) =>
  before ? { last: size, before } : after ? { first: size, after } : { first: size }

interface PageInfo {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor: string | null
  endCursor: string | null
}

/** Parameters of the pages beside this one; undefined where there is none. */
export function neighbours(
  info: PageInfo,
  { page = 1 }: PageParams,
): { previous: PageParams | undefined; next: PageParams | undefined } {
  const next =
    info.hasNextPage && info.endCursor ? { after: info.endCursor, before: undefined, page: page + 1 } : undefined
  const back =
    page > 2 && info.startCursor ? { before: info.startCursor, after: undefined, page: page - 1 } : FIRST_PAGE
  return { next, previous: page > 1 ? back : undefined }
}

/** Parameters that lead back to the beginning; every change of filter or order carries them. */
export const FIRST_PAGE: PageParams = { after: undefined, before: undefined, page: undefined }

/** From which row (0) a page starts. */
export const offsetOf = ({ page = 1 }: PageParams, size = PAGE_SIZE): number => (page - 1) * size
