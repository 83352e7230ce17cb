import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { FilterField } from '~/ui/filter-text'

/** What users can be filtered by, with the words that mean it when typed. */
export function useUserFilters(): FilterField[] {
  const { t } = useLingui()
  return useMemo(
    () => [
      {
        key: 'kind',
        label: t`Kind`,
        words: ['tür', 'kind', 'type'],
        options: [
          { value: 'ADMIN', label: t`Administrator`, words: ['yönetici', 'administrator'] },
          { value: 'TECHNICIAN', label: t`Technician`, words: ['teknisyen', 'technician'] },
          { value: 'CONTACT', label: t`User`, words: ['kullanıcı', 'kişi', 'user', 'contact'] },
        ],
      },
      {
        key: 'active',
        label: t`Status`,
        words: ['durum', 'status', 'is'],
        options: [
          { value: 'true', label: t`Active`, words: ['etkin', 'active', 'aktif'] },
          { value: 'false', label: t`Passive`, words: ['pasif', 'passive', 'inactive'] },
        ],
      },
    ],
    [t],
  )
}
