import { Suspense } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState } from '~/ui/EmptyState'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { Tab, Tabs } from '~/ui/Tabs'
import { Door } from '../session/Door'
import { useTemplateListQuery } from './__generated__/TemplateList'
import type { TemplateSearch } from './search'
import { TemplateForm } from './TemplateForm'
import css from './templates.module.css'

/** The texts of notices: before and after the end, in both languages. */
export function TemplateScreen({ search }: { search: TemplateSearch }) {
  const { t } = useLingui()
  return (
    <Door permission="ORGANIZATION_WRITE" title={t`Notice templates`}>
      <PageHead title={t`Notice templates`} />
      <Choice search={search} />
      <QueryBoundary resetKey={search}>
        <Suspense
          fallback={
            <div className={css.waiting}>
              <SkeletonLines lines={8} />
            </div>
          }
        >
          <Chosen search={search} />
        </Suspense>
      </QueryBoundary>
    </Door>
  )
}

const ALL = [
  { side: 'BEFORE_END', locale: 'TR' },
  { side: 'BEFORE_END', locale: 'EN' },
  { side: 'AFTER_END', locale: 'TR' },
  { side: 'AFTER_END', locale: 'EN' },
] as const

const chosen = ({ side = 'BEFORE_END', locale = 'TR' }: TemplateSearch) => ({ side, locale })

function Choice({ search }: { search: TemplateSearch }) {
  const { t } = useLingui()
  const shown = chosen(search)
  const names = {
    'BEFORE_END TR': t`Before the end, Turkish`,
    'BEFORE_END EN': t`Before the end, English`,
    'AFTER_END TR': t`After the end, Turkish`,
    'AFTER_END EN': t`After the end, English`,
  }
  return (
    <Tabs label={t`Templates`}>
      {ALL.map(({ side, locale }) => (
        <Tab
          key={side + locale}
          to="/admin/service/notice-templates"
          search={{ side, locale }}
          current={shown.side === side && shown.locale === locale}
        >
          {names[`${side} ${locale}`]}
        </Tab>
      ))}
    </Tabs>
  )
}

function Chosen({ search }: { search: TemplateSearch }) {
  const { side, locale } = chosen(search)
  const template = useTemplateListQuery().data.noticeTemplates.find(
    (each) => each.side === side && each.locale === locale,
  )
  if (!template)
    return (
      <EmptyState title={<Trans>There is no such template</Trans>}>
        <Trans>The address is wrong.</Trans>
      </EmptyState>
    )
  return <TemplateForm key={template.id} template={template} />
}
