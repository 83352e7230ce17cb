import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { FilterField } from '~/ui/filter-text'

/** What contacts can be filtered by, with the words that mean it when typed. Groups belong to one customer. */
export function useContactFilters(groups: { id: string; name: string }[]): FilterField[] {
  const { t } = useLingui()
  return useMemo(() => {
    const fields: FilterField[] = [
      {
        key: 'active',
        label: t`Status`,
        words: ['durum', 'status', 'is'],
        options: [
          { value: 'true', label: t`Active`, words: ['etkin', 'active', 'aktif'] },
          { value: 'false', label: t`Passive`, words: ['pasif', 'passive', 'inactive'] },
        ],
      },
      {
        key: 'rights',
        label: t`Sees`,
        words: ['görür', 'yetki', 'sees', 'rights'],
        options: [
          {
            value: 'company',
            label: t`All records of the customer`,
            words: ['şirket', 'müşteri', 'yetkili', 'company'],
          },
          { value: 'group', label: t`All records of the group`, words: ['grup', 'group'] },
          { value: 'own', label: t`Own records only`, words: ['kendi', 'own'] },
        ],
      },
    ]
    if (groups.length > 0)
      fields.push({
        key: 'group',
        label: t`Group`,
        words: ['grup', 'group'],
        options: groups.map(({ id, name }) => ({ value: id, label: name })),
      })
    return fields
  }, [t, groups])
}
