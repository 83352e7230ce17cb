import { Trans } from '@lingui/react/macro'
import { IconCheck, IconCircle } from '@tabler/icons-react'
import { isLongEnough, isVaried, PASSWORD_MIN } from './password-rules'
import css from './PasswordRules.module.css'

function Rule({ met, children }: { met: boolean; children: React.ReactNode }) {
  const Icon = met ? IconCheck : IconCircle
  return (
    <li className={met ? css.met : undefined}>
      <Icon size={14} stroke={2} aria-hidden />
      <span>
        {children} <span className="sr">{met ? <Trans>(met)</Trans> : <Trans>(not met yet)</Trans>}</span>
      </span>
    </li>
  )
}

/** What a new password must be, ticked off while typing. No rules about kinds of characters: length is what counts. */
export function PasswordRules({ password }: { password: string }) {
  return (
    <ul className={css.rules}>
      <Rule met={isLongEnough(password)}>
        <Trans>At least {PASSWORD_MIN} characters; a sentence is best</Trans>
      </Rule>
      <Rule met={password !== '' && isVaried(password)}>
        <Trans>No row or repetition such as 1234 or abab</Trans>
      </Rule>
      <li>
        <span>
          <Trans>Not your name or e-mail and not a well-known password; this is checked when you save.</Trans>
        </span>
      </li>
    </ul>
  )
}
