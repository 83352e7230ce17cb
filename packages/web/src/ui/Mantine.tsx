import type { ReactNode } from 'react'
import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import { useTheme } from '~/lib/theme-choice'
import { cssVariablesResolver, theme } from './theme'

/** What the parts taken from Mantine need around them: drawers, dialogs, pickers. */
export function Mantine({ children }: { children: ReactNode }) {
  const { shown } = useTheme()
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={shown}>
      {children}
    </MantineProvider>
  )
}
