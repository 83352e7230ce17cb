import { use, type ReactNode } from 'react'
import { MantineContext, MantineProvider } from '@mantine/core'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import { useTheme } from '~/lib/theme-choice'
import { cssVariablesResolver, theme } from './theme'

function Provider({ children }: { children: ReactNode }) {
  const { shown } = useTheme()
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={shown}>
      {children}
    </MantineProvider>
  )
}

/**
 * What the parts taken from Mantine need around them. They bring it along themselves,
 * so that a page without drawers and pickers never loads it.
 */
export function Mantine({ children }: { children: ReactNode }) {
  return use(MantineContext) ? children : <Provider>{children}</Provider>
}
