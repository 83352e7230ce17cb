import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'asset.holds.customer': {
    tr: 'Bu müşterinin varlıkları ya da hizmetleri var; önce onları silin ya da müşteriyi pasifleştirin.',
    en: 'This customer has assets or services; delete them first, or make the customer inactive.',
  },
})
