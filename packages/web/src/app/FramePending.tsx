import frame from '~/ui/AppFrame.module.css'
import nav from '~/ui/Nav.module.css'
import page from '~/ui/Page.module.css'
import { cx } from '~/ui/class-names'
import { Logo } from '~/ui/Nav'
import { SkeletonBar } from '~/ui/Skeleton'

/** The frame of the staff application while it is asked who is there: the same lines where the real ones will be. */
export function FramePending() {
  return (
    <div className={frame.app} aria-busy>
      <header className={cx(frame.side)}>
        <span className={nav.brand}>
          <Logo size={18} />
          <span>Accord</span>
        </span>
      </header>
      <div className={frame.top}>
        <span className={nav.brand}>
          <Logo size={18} />
          <span>Accord</span>
        </span>
      </div>
      <main className={frame.main}>
        <div className={page.head}>
          <SkeletonBar width="180px" />
        </div>
      </main>
    </div>
  )
}
