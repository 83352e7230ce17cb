import { useLingui } from '@lingui/react/macro'
import type { ContractStatus } from '~/lib/__generated__/schema'
import type { FilterField } from '~/ui/filter-text'
import { statusWords } from '../words'

const STATUSES: ContractStatus[] = ['ACTIVE', 'UPCOMING', 'DRAFT', 'EXPIRED', 'TERMINATED']
const TYPED: Record<ContractStatus, string[]> = {
  ACTIVE: ['active', 'force', 'etkin', 'yürürlükte'],
  UPCOMING: ['upcoming', 'başlayacak'],
  DRAFT: ['draft', 'taslak'],
  EXPIRED: ['expired', 'doldu', 'bitmiş'],
  TERMINATED: ['terminated', 'feshedildi'],
}

/** What contracts can be filtered by, with the words that mean it when typed: `durum:taslak bitiş:<30g tür:sla`. */
export function useContractFilters(
  types: { id: string; name: string }[],
  plan?: { id: string; title: string },
): FilterField[] {
  const { t, i18n } = useLingui()
  const fields: FilterField[] = [
    {
      key: 'status',
      label: t`Status`,
      words: ['is', 'status', 'durum'],
      options: [
        ...STATUSES.map((value) => ({ value, label: i18n._(statusWords[value]), words: TYPED[value] })),
        { value: 'ended', label: t`Past`, words: ['ended', 'over', 'bitti'] },
      ],
    },
    {
      key: 'ends',
      label: t`Ends within`,
      words: ['ends', 'end', 'bitiş'],
      options: ['30', '60', '90'].map((days) => ({
        value: days,
        label: t`${days} days`,
        words: [`<${days}`, `<${days}d`, `<${days}g`, days],
      })),
    },
    {
      key: 'renews',
      label: t`Renewal`,
      words: ['renews', 'renewal', 'yenileme'],
      options: [
        { value: 'true', label: t`by itself`, words: ['auto', 'otomatik', 'kendiliğinden'] },
        { value: 'false', label: t`by hand`, words: ['manual', 'hand', 'elle'] },
      ],
    },
    {
      key: 'type',
      label: t`Type`,
      words: ['type', 'tür', 'tip'],
      options: types.map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
  // Plans are many: one is chosen on the plan's page, and here it can be taken away.
  const priced: FilterField[] = plan
    ? [{ key: 'plan', label: t`Service plan`, words: [], options: [{ value: plan.id, label: plan.title }] }]
    : []
  return [...fields, ...priced]
}
