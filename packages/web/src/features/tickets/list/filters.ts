import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { FilterField } from '~/ui/filter-text'
import { PRIORITIES, STATUSES } from '../statuses'
import { approvalWords, kindWords, priorityWords, statusWords } from '../words'

const STATUS_TYPED: Record<string, string[]> = {
  OPEN: ['new', 'yeni'],
  IN_PROGRESS: ['progress', 'işlemde', 'islemde'],
  WAITING: ['hold', 'waiting', 'beklemede'],
  RESOLVED: ['resolved', 'çözüldü'],
  CLOSED: ['closed', 'kapandı', 'kapalı'],
  CANCELLED: ['cancelled', 'canceled', 'iptal'],
}
const PRIORITY_TYPED: Record<string, string[]> = {
  URGENT: ['urgent', 'acil'],
  HIGH: ['high', 'yüksek'],
  NORMAL: ['normal'],
  LOW: ['low', 'düşük'],
}

interface Options {
  /** Somebody whose tickets an address asks for, so that the chip has a name. */
  assignee?: { id: string; name: string }
  /** The contract whose tickets an address asks for. */
  contract?: { id: string; name: string }
  /** Within one customer the assignee and the approval are of no use. */
  short?: boolean
}

/** What tickets can be filtered by, with the words that mean it when typed: `is:open assignee:me priority:high`. */
export function useTicketFilters({ assignee, contract, short }: Options = {}): FilterField[] {
  const { t, i18n } = useLingui()
  return useMemo(() => {
    const status: FilterField = {
      key: 'status',
      label: t`Status`,
      words: ['is', 'durum', 'status'],
      options: [
        { value: 'open', label: t`Not done yet`, words: ['open', 'açık'] },
        ...STATUSES.map((value) => ({ value, label: i18n._(statusWords[value]), words: STATUS_TYPED[value] })),
      ],
    }
    const priority: FilterField = {
      key: 'priority',
      label: t`Priority`,
      words: ['priority', 'öncelik'],
      options: PRIORITIES.map((value) => ({
        value,
        label: i18n._(priorityWords[value]),
        words: PRIORITY_TYPED[value],
      })),
    }
    const kind: FilterField = {
      key: 'kind',
      label: t`Kind`,
      words: ['kind', 'type', 'tür'],
      options: [
        { value: 'INCIDENT', label: i18n._(kindWords.INCIDENT), words: ['incident', 'olay'] },
        { value: 'REQUEST', label: i18n._(kindWords.REQUEST), words: ['request', 'istek'] },
      ],
    }
    if (short) return [status, priority, kind]
    const who: FilterField = {
      key: 'assignee',
      label: t`Assignee`,
      words: ['assignee', 'atanan'],
      options: [
        { value: 'me', label: t`Me`, words: ['me', 'ben', 'bana'] },
        { value: 'none', label: t`Nobody`, words: ['none', 'nobody', 'yok', 'kimse'] },
        ...(assignee ? [{ value: assignee.id, label: assignee.name }] : []),
      ],
    }
    const approval: FilterField = {
      key: 'approval',
      label: t`Approval`,
      words: ['approval', 'onay'],
      options: [
        { value: 'PENDING', label: i18n._(approvalWords.PENDING), words: ['pending', 'bekliyor'] },
        { value: 'APPROVED', label: i18n._(approvalWords.APPROVED), words: ['approved', 'onaylandı'] },
        { value: 'REJECTED', label: i18n._(approvalWords.REJECTED), words: ['rejected', 'reddedildi'] },
      ],
    }
    const under: FilterField[] = contract
      ? [{ key: 'contract', label: t`Contract`, words: [], options: [{ value: contract.id, label: contract.name }] }]
      : []
    return [status, who, priority, kind, approval, ...under]
  }, [t, i18n, assignee, contract, short])
}
