import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { FilterField } from '~/ui/filter-text'

/** What mails can be filtered by, with the words that mean it when typed. */
export function useMailFilters(): FilterField[] {
  const { t } = useLingui()
  return useMemo(
    () => [
      {
        key: 'status',
        label: t`Status`,
        words: ['durum', 'status', 'is'],
        options: [
          { value: 'QUEUED', label: t`Waiting`, words: ['bekliyor', 'waiting', 'queued'] },
          { value: 'SENT', label: t`Sent`, words: ['gönderildi', 'sent'] },
          { value: 'FAILED', label: t`Failed`, words: ['başarısız', 'gönderilemedi', 'failed'] },
        ],
      },
    ],
    [t],
  )
}
