import { createContext, use } from 'react'

/** How often what stands here has been tried again. */
export const AttemptContext = createContext(0)

/** A part of a query's identity: Apollo remembers a failed one and would hand out the same failure again. */
export const useAttempt = (): number => use(AttemptContext)
