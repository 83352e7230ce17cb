/// <reference types="vite/client" />

declare module 'virtual:mantine-variables.css'

declare module '*.po' {
  export const messages: Record<string, string>
}
