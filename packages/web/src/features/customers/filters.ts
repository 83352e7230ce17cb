import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { FilterField } from '~/ui/filter-text'
import { useViewer } from '../session/SessionProvider'

/** What customers can be filtered by, with the words that mean it when typed. */
export function useCustomerFilters(): FilterField[] {
  const { t } = useLingui()
  const { person, onlyAuthorizedCustomers } = useViewer()
  // Who sees authorized customers only sees no others to tell apart.
  const me = onlyAuthorizedCustomers ? undefined : person?.id
  return useMemo(
    () => [
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
        key: 'kind',
        label: t`Kind`,
        words: ['tür', 'kind', 'type'],
        options: [
          { value: 'EXTERNAL', label: t`Company`, words: ['dış', 'şirket', 'external', 'company'] },
          { value: 'INTERNAL', label: t`Own department`, words: ['iç', 'birim', 'internal', 'department'] },
        ],
      },
      ...(me
        ? [
            {
              key: 'technician',
              label: t`Authorized`,
              words: ['yetkili', 'authorized'],
              options: [{ value: me, label: t`Me`, words: ['ben', 'me'] }],
            },
          ]
        : []),
    ],
    [t, me],
  )
}
