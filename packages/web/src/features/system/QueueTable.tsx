import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { None } from '~/ui/Facts'
import { Section } from '~/ui/Page'
import { When } from '~/ui/When'
import { queueWords } from './queue-words'
import css from './System.module.css'
import type { Health } from './use-health'

/** The queues: what waits, what runs, what has failed. */
export function QueueTable({ queues }: { queues: Health['queues'] }) {
  const { i18n } = useLingui()
  const format = useFormat()
  return (
    <Section title={<Trans>Queues</Trans>}>
      <table className={css.queues}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Queue</Trans>
            </th>
            <th scope="col" className="num">
              <Trans>Waiting</Trans>
            </th>
            <th scope="col" className="num">
              <Trans>Running now</Trans>
            </th>
            <th scope="col" className="num">
              <Trans>Failures</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ name, waiting, waitingSince, running, failed }) => (
            <tr key={name}>
              <th scope="row">
                <b>{i18n._(queueWords[name].name)}</b>
                <small>{i18n._(queueWords[name].about)}</small>
              </th>
              <td className="num">
                {waiting > 0 ? format.number(waiting) : <None />}
                {waitingSince ? (
                  <small>
                    <Trans>
                      oldest <When at={waitingSince} />
                    </Trans>
                  </small>
                ) : null}
              </td>
              <td className="num">{running > 0 ? format.number(running) : <None />}</td>
              <td className="num">
                {failed === 0 ? (
                  <None />
                ) : name === 'MAILS' ? (
                  <Link to="/admin/mail" search={{ status: 'FAILED' }} className="red">
                    {format.number(failed)}
                  </Link>
                ) : (
                  <span className="red">{format.number(failed)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
