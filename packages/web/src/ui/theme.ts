import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

// The values are those of css/tokens.css; change both together.
const accord: MantineColorsTuple = [
  '#eef6f7',
  '#d8eaed',
  '#b0d5db',
  '#7fbdc7',
  '#4c9fac',
  '#2a8291',
  '#1a7181',
  '#0f5c6a',
  '#0c4a56',
  '#083540',
]
const gray: MantineColorsTuple = [
  '#f8f9f9',
  '#f0f3f3',
  '#eef1f1',
  '#e2e7e7',
  '#ccd4d5',
  '#7c898d',
  '#5c6b70',
  '#47555a',
  '#26343a',
  '#141e20',
]
const dark: MantineColorsTuple = [
  '#e6eced',
  '#cbd6d9',
  '#b0bec2',
  '#91a2a7',
  '#35444a',
  '#243033',
  '#1c272a',
  '#121a1c',
  '#0d1314',
  '#090d0e',
]

/** The design language as Mantine sees it: its menus, pickers and drawers look like our own parts. */
export const theme = createTheme({
  primaryColor: 'accord',
  primaryShade: { light: 7, dark: 6 },
  colors: { accord, gray, dark },
  black: '#141e20',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xxs: '0.6875rem', xs: '0.75rem', sm: '0.8125rem', md: '0.8125rem', lg: '0.875rem', xl: '1rem' },
  lineHeights: { xxs: '1.4545', xs: '1.3333', sm: '1.5385', md: '1.5385', lg: '1.5714', xl: '1.5' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem', xxl: '2rem' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--shadow-md)',
    lg: 'var(--shadow-md)',
    xl: 'var(--shadow-xl)',
  },
})

const roles = {
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-error': 'var(--red-fg)',
  '--mantine-color-success': 'var(--green-fg)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default-hover': 'var(--hover)',
}

/** Mantine's named roles point at our tokens, which already know light and dark. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: roles, dark: roles })
