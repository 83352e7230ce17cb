import { use, type ReactNode } from 'react'
import { MantineContext, MantineProvider } from '@mantine/core'
import 'virtual:mantine-variables.css'
import { useTheme } from '~/lib/theme-choice'
import { theme } from './theme'

function Provider({ children }: { children: ReactNode }) {
  const { shown } = useTheme()
  return (
    <MantineProvider theme={theme} forceColorScheme={shown} withCssVariables={false} withGlobalClasses={false}>
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
