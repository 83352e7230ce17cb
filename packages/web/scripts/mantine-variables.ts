import { convertCssVariables, defaultCssVariablesResolver, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'
import { cssVariablesResolver, theme } from '../src/ui/theme.ts'

const ID = 'virtual:mantine-variables.css'
const FOREIGN_COLOURS = /--mantine-color-(?:red|pink|grape|violet|indigo|blue|cyan|green|lime|yellow|orange|teal)-/

/** Mantine's variables for our theme, without the palettes that the design does not know. */
export function mantineVariables(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const [base, own] = [defaultCssVariablesResolver(merged), cssVariablesResolver(merged)]
  const ours = (...parts: Record<string, string>[]) =>
    Object.fromEntries(
      Object.entries(Object.assign({}, ...parts)).filter(([name]) => !FOREIGN_COLOURS.test(name)),
    ) as Record<string, string>
  const css = convertCssVariables({
    variables: ours(base.variables, own.variables),
    light: ours(base.light, own.light),
    dark: ours(base.dark, own.dark),
  })
  return css.replaceAll(':root[', '[')
}

/**
 * Vite plugin: writes Mantine's variables at build time. At run time its provider would put them into a style element as
 * text, which pages that demand trusted types refuse.
 */
export const mantineVariablesCss = (): Plugin => ({
  name: 'accord:mantine-variables',
  resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
  load: (id) => (id === `\0${ID}` ? mantineVariables() : undefined),
})
