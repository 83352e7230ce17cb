import { oneOf, params, text, type ParamsOf } from '~/lib/search-params'

const shape = { type: oneOf('incident', 'request'), subject: text }

export type NewSearch = ParamsOf<typeof shape>
export const newSearch = params(shape)
