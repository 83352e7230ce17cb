import { Trans, useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { cx } from '~/ui/class-names'
import { Section } from '~/ui/Page'
import { SkeletonLines } from '~/ui/Skeleton'
import css from './templates.module.css'
import type { usePreview } from './use-preview'

/** The mail as Ayşe Demir of Anadolu Lojistik would read it. */
export function Preview({ preview, stale, error, retry }: ReturnType<typeof usePreview>) {
  const { t } = useLingui()
  return (
    <Section title={<Trans>As it is read</Trans>} note={<Trans>with an example’s values</Trans>}>
      {error ? (
        <div role="alert" className="stack">
          <p>
            {t`The preview could not be made.`} <span className="muted">{problemOf(error).id}</span>
          </p>
          <div>
            <Button size="small" onClick={retry}>
              <Trans>Try again</Trans>
            </Button>
          </div>
        </div>
      ) : null}
      {preview ? (
        <article className={cx(css.mail, stale && css.stale)} aria-busy={stale}>
          <h3>{preview.subject}</h3>
          <p>{preview.text}</p>
        </article>
      ) : error ? null : (
        <SkeletonLines lines={6} />
      )}
    </Section>
  )
}
