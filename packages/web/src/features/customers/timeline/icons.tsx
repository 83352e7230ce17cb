import {
  IconArrowRight,
  IconChecks,
  IconCircleX,
  IconRefresh,
  IconStar,
  IconCircleCheck,
  IconCircleMinus,
  IconEye,
  IconHistory,
  IconMail,
  IconPencil,
  IconPlus,
  IconSwitchHorizontal,
  IconTrash,
  IconUserCheck,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'

const ICONS: Record<string, Icon> = {
  CREATED: IconPlus,
  UPDATED: IconPencil,
  DELETED: IconTrash,
  ACTIVATED: IconCircleCheck,
  PASSIVATED: IconCircleMinus,
  INVITED: IconMail,
  AUTHORIZATION_CHANGED: IconUserCheck,
  MEMBERS_CHANGED: IconUsersGroup,
  REOPENED: IconRefresh,
  RATED: IconStar,
  APPROVAL_ASKED: IconChecks,
  APPROVED: IconChecks,
  REJECTED: IconCircleX,
  MOVED_AWAY: IconArrowRight,
  MOVED_HERE: IconArrowRight,
  CONVERTED_TO_TECHNICIAN: IconSwitchHorizontal,
  CONVERTED_TO_USER: IconSwitchHorizontal,
  RENEWED: IconRefresh,
  TERMINATED: IconCircleX,
  NOTICE_SENT_AGAIN: IconMail,
}

/** A small drawing for what was done; the sentence beside it says it in words. */
export function EventIcon({ action, rights }: { action: string; rights: boolean }) {
  const Drawn = rights ? IconEye : (ICONS[action] ?? IconHistory)
  return <Drawn size={16} stroke={1.8} aria-hidden />
}
