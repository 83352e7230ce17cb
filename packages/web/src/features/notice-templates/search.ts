import { oneOf, params, type ParamsOf } from '~/lib/search-params'

const shape = { side: oneOf('BEFORE_END', 'AFTER_END'), locale: oneOf('TR', 'EN') }

export const readTemplateSearch = params(shape)
export type TemplateSearch = ParamsOf<typeof shape>
