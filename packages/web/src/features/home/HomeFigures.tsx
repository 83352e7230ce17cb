import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Note } from '~/ui/Note'
import { useViewer } from '../session/SessionProvider'
import { useHomeQuery } from './__generated__/Home'
import css from './Home.module.css'
import { homeVariables } from './home-variables'

/** How much there is, each figure leading to its list; above it what waits for somebody. Suspends. */
export function HomeFigures() {
  const { t } = useLingui()
  const format = useFormat()
  const { data } = useHomeQuery({ variables: homeVariables(useViewer()) })
  const failed = data.failed?.totalCount ?? 0
  return (
    <>
      {failed > 0 ? (
        <div className={css.warning}>
          <Note tone="warning">
            <Plural value={failed} one="# mail was not delivered." other="# mails were not delivered." />{' '}
            <Link to="/admin/mail" search={{ status: 'FAILED' }}>
              <Trans>Look at them</Trans>
            </Link>
          </Note>
        </div>
      ) : null}
      <nav className={css.figures} aria-label={t`Figures`}>
        <Link to="/customers" search={{ active: true }} className={css.figure}>
          <b className="big">{format.number(data.active?.totalCount ?? 0)}</b>
          <Trans>active customers</Trans>
        </Link>
        <Link to="/customers" search={{ active: false }} className={css.figure}>
          <b className="big">{format.number(data.inactive?.totalCount ?? 0)}</b>
          <Trans>passive</Trans>
        </Link>
        <Link to="/contacts" search={{ active: true }} className={css.figure}>
          <b className="big">{format.number(data.people?.totalCount ?? 0)}</b>
          <Trans>active contacts</Trans>
        </Link>
      </nav>
    </>
  )
}
