import type { CreateServicePlanInput, PlanUsageInput } from '~/lib/__generated__/schema'
import { useServerPreview, type Refusal } from '~/lib/graphql/use-server-preview'
import { PlanExampleDocument, type PlanExampleQuery } from './__generated__/PlanExample'

const PAUSE_MS = 250

export type Preview = PlanExampleQuery['planPreview']
export type Asked = { plan: CreateServicePlanInput; usage: PlanUsageInput }

/** What the server makes of a plan and a month's work, computed as an invoice is. */
export function useExample(asked: Asked | null, onRefused: (refusal: Refusal) => void) {
  const { answer, ...rest } = useServerPreview(PlanExampleDocument, asked, PAUSE_MS, onRefused)
  return { ...rest, answer: answer && { asked: answer.asked, preview: answer.data.planPreview } }
}
