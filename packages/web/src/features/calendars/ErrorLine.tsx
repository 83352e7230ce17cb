import css from './calendars.module.css'

/** What is wrong with the line above it. */
export const ErrorLine = ({ message }: { message: string | undefined }) =>
  message ? (
    <p className={css.error} role="alert">
      {message}
    </p>
  ) : null
