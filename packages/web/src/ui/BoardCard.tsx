import { useState, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { IconArrowsMove } from '@tabler/icons-react'
import type { CardLinkProps } from './Board'
import css from './Board.module.css'
import { Button } from './Button'
import { cx } from './class-names'
import { Menu, MenuGroup, MenuItem } from './Menu'

interface Props {
  id: string
  name: string
  /** The card that the Tab key reaches in its column. */
  stop: boolean
  /** Columns that it may go to. */
  goals: { id: string; name: string }[]
  link: (attributes: CardLinkProps) => ReactNode
  onFocus: () => void
  onDrag: (on: boolean) => void
  onMove: (to: string) => void
  children: ReactNode
}

/** One card: its name as a link over the whole card, and the menu that moves it. */
export function BoardCard({ id, name, stop, goals, link, onFocus, onDrag, onMove, children }: Props) {
  const { t } = useLingui()
  const [dragged, setDragged] = useState(false)
  // Hundreds of cards would bring hundreds of menus: one is made when its card is touched.
  const [armed, setArmed] = useState(false)
  const movable = goals.length > 0
  const tabIndex = stop ? 0 : -1
  const drag = (on: boolean) => {
    setDragged(on)
    onDrag(on)
  }
  return (
    <li
      data-card={id}
      className={cx(css.card, movable && css.movable, dragged && css.dragged)}
      draggable={movable}
      onFocus={() => {
        setArmed(true)
        onFocus()
      }}
      onPointerEnter={() => setArmed(true)}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', name)
        drag(true)
      }}
      onDragEnd={() => drag(false)}
    >
      <div className={css.name}>
        {link({ tabIndex, draggable: false, className: css.link })}
        {movable ? (
          <Menu
            label={t`Move ${name}`}
            button={(attributes) => (
              <Button
                {...attributes}
                look="quiet"
                size="small"
                icon
                className={css.mover}
                tabIndex={tabIndex}
                aria-label={t`Move ${name}`}
              >
                <IconArrowsMove size={14} stroke={1.8} aria-hidden />
              </Button>
            )}
          >
            {armed ? (
              <MenuGroup heading={t`Move to`}>
                {goals.map((goal) => (
                  <MenuItem key={goal.id} onClick={() => onMove(goal.id)}>
                    {goal.name}
                  </MenuItem>
                ))}
              </MenuGroup>
            ) : null}
          </Menu>
        ) : null}
      </div>
      <div className={css.content}>{children}</div>
    </li>
  )
}
